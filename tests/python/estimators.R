# What R's survival and stats say of the same random data: Rscript estimators.R EPISODES.csv PROPORTIONS.csv > answers.csv
# A line of an answer: what, set, key, then numbers with all their digits (NA where R has none).
suppressPackageStartupMessages(library(survival))
paths <- commandArgs(trailingOnly = TRUE)

answer <- function(what, set, key, ...) {
  numbers <- vapply(c(...), function(x) if (is.na(x)) "NA" else sprintf("%.17g", x), "")
  cat(paste(c(what, set, key, numbers), collapse = ","), "\n", sep = "")
}
each <- function(fit, what, set) {
  error <- if (fit$logse) fit$surv * fit$std.err else fit$std.err
  for (i in seq_along(fit$time)) answer(what, set, fit$time[i], fit$surv[i], error[i], fit$lower[i], fit$upper[i])
}

kaplan_meier <- function(set, episodes) {
  delayed <- any(episodes$from > 0)
  event <- episodes$cause > 0
  ends <- if (delayed) Surv(episodes$from, episodes$days, event) else Surv(episodes$days, event)
  for (scale in c("log-log", "log", "plain", "logit", "arcsin")) {
    fit <- survfit(ends ~ 1, conf.type = scale)
    each(fit, paste0("km_", scale), set)
    if (scale == "log-log") {
      found <- quantile(fit, c(.25, .5, .75))
      for (i in 1:3) answer("quantile", set, i, found$quantile[i], found$lower[i], found$upper[i])
    }
  }
  ends_of_workers <- survfit(ends ~ 1, cluster = episodes$worker, robust = TRUE, conf.type = "log-log")
  each(ends_of_workers, "clustered", set)
  for (tau in unique(floor(c(max(episodes$days) / 2, max(episodes$days))))) {
    table <- summary(survfit(ends ~ 1), rmean = tau)$table
    answer("restricted_mean", set, tau, table["rmean"], table["se(rmean)"])
  }
}

aalen_johansen <- function(set, episodes) {
  state <- factor(episodes$cause, 0:3)
  delayed <- any(episodes$from > 0)
  fit <- if (delayed) survfit(Surv(episodes$from, episodes$days, state) ~ 1, id = seq_along(state), conf.type = "log-log")
         else survfit(Surv(episodes$days, state) ~ 1, conf.type = "log-log")
  for (cause in 1:3) for (i in seq_along(fit$time)) {
    column <- match(as.character(cause), fit$states)
    if (is.na(column)) next
    errors <- if (delayed) c(NA, NA, NA) else c(fit$std.err[i, column], fit$lower[i, column], fit$upper[i, column])
    answer(paste0("incidence_", cause), set, fit$time[i], fit$pstate[i, column], errors)
  }
}

data <- read.csv(paths[1])
for (set in unique(data$set)) {
  episodes <- data[data$set == set, ]
  kaplan_meier(set, episodes)
  aalen_johansen(set, episodes)
  answer("type_7", set, 0, quantile(episodes$days, c(.25, .5, .75), type = 7))
}

wilson <- function(x, n) suppressWarnings(prop.test(x, n, correct = FALSE))$conf.int
spiegelhalter <- function(rate, n, q) {
  r <- qbinom(q, n, rate)
  min(1, max(0, (r - (pbinom(r, n, rate) - q) / dbinom(r, n, rate)) / n))
}
imbens_manski <- function(l, u, n) {
  s <- sqrt(c(l * (1 - l), u * (1 - u)) / n)
  if (max(s) == 0) return(c(NA, NA))
  reach <- uniroot(function(c) pnorm(c + (u - l) / max(s)) - pnorm(-c) - .95, c(0, 3), tol = 1e-14)$root
  c(max(0, l - reach * s[1]), min(1, u + reach * s[2]))
}
shares <- read.csv(paths[2])
for (set in seq_len(nrow(shares))) with(shares[set, ], {
  answer("wilson", set, 0, wilson(x, n))
  answer("clopper_pearson", set, 0, binom.test(x, n)$conf.int)
  answer("jeffreys", set, 0, if (x == 0) 0 else qbeta(.025, x + .5, n - x + .5), if (x == n) 1 else qbeta(.975, x + .5, n - x + .5))
  answer("garwood", set, 0, poisson.test(x)$conf.int)
  answer("funnel", set, 0, spiegelhalter(rate, n, .001), spiegelhalter(rate, n, .999))
  answer("manski", set, 0, imbens_manski(x / (n + silent), (x + silent) / (n + silent), n + silent))
})
for (first in seq(1, nrow(shares) - 3, by = 4)) {
  part <- shares[first:(first + 3), ]
  w <- part$weight / sum(part$weight)
  p <- part$x / part$n
  limits <- mapply(wilson, part$x, part$n)
  rate <- sum(w * p)
  answer("standardised", first, 0, rate, max(0, rate - sqrt(sum(w^2 * (p - limits[1, ])^2))), min(1, rate + sqrt(sum(w^2 * (limits[2, ] - p)^2))))
  pooled <- sum(part$x) / sum(part$n)
  answer("overdispersion", first, 0, mean((p - pooled)^2 / (pooled * (1 - pooled) / part$n)))
}
