"""What each indicator counts, in a sentence for the readers of a report; the cards of docs/indicator are the full definitions."""

DEFINITIONS: dict[str, tuple[str, str]] = {
    "referrals": (
        "Épisodes dont le jour de signalement (ou de réouverture) est dans la période ; « personnes différentes » compte chaque salarié une fois.",
        "Episodes whose day of referral (or reopening) lies in the period; “different persons” counts each worker once.",
    ),
    "re_referrals": (
        "Signalements de la période qui suivent un épisode terminé du même salarié ; et, parmi les sorties positives observées 365 jours, celles suivies d'un nouveau signalement.",
        "Referrals of the period that follow an ended episode of the same worker; and, among positive exits observed for 365 days, those followed by another referral.",
    ),
    "entries": (
        "Dossiers ouverts dans la période ; au sens du protocole, un refus d'intégration peut compter comme une entrée.",
        "Files opened in the period; as the protocol counts them, a refusal may be an entry.",
    ),
    "entry_rate": (
        "Entrées rapportées aux signalements : flux de la période, part des signalés entrés depuis, et part entrée en tant de jours (Aalen-Johansen : refus et clôtures sont d'autres issues, les dossiers en attente comptent tant qu'ils ont été observés).",
        "Entries against referrals: flows of the period, the share of those referred who have entered since, and the share entered within so many days (Aalen-Johansen: refusals and closings are other endings, pending files count as long as they were seen).",
    ),
    "status": (
        "Où en sont, au jour de la situation, les dossiers entrés dans la période. Un dossier suspendu est en cours.",
        "Where the files that entered in the period stand on the day of the report. A suspended file is ongoing.",
    ),
    "outcome": (
        "Résultat de chaque sortie positive ou négative (et de chaque refus quand le protocole en fait une sortie), rapporté à leur nombre. Une sortie neutre n'est dans aucun taux.",
        "Outcome of each positive or negative exit (and of each refusal where the protocol makes it an exit), out of their number. A neutral exit is in no rate.",
    ),
    "positive_exit_rate": (
        "Sorties positives rapportées aux sorties, aux sorties accompagnées (sans les refus) ou aux entrées (dossiers en cours compris, avec les bornes de la valeur finale) ; « positives dans les n jours » : Aalen-Johansen ; « avec ce recul » : entrés depuis au moins n jours.",
        "Positive exits out of the exits, of the accompanied exits (without refusals) or of the entries (open files included, with the bounds of the final value); “positive within n days”: Aalen-Johansen; “observed so long”: entered at least n days ago.",
    ),
    "kept_in_company": (
        "Sorties positives dans la même entreprise, rapportées aux mêmes sorties que le taux de sorties positives.",
        "Positive exits in the same company, out of the same exits as the positive exit rate.",
    ),
    "kept_in_employment": (
        "Sorties positives en emploi, dans l'entreprise ou ailleurs, rapportées aux mêmes sorties.",
        "Positive exits in employment, in the company or elsewhere, out of the same exits.",
    ),
    "neutral_share": (
        "Sorties neutres (retraite, décès, transfert, perdus de vue …) rapportées à toutes les sorties : à lire à côté des taux, qu'un codage en neutre relève.",
        "Neutral exits (retirement, death, transfer, lost contact …) out of all exits: to be read beside the rates, which coding exits as neutral raises.",
    ),
    "days_in_cell": (
        "Jours de l'entrée à la sortie. Médiane et quartiles de Kaplan-Meier, et moyenne dans les n premiers jours : dossiers en cours compris ; moyenne de toutes les entrées : un dossier en cours compte jusqu'au jour de la situation, un refus compte 0.",
        "Days from entry to exit. Kaplan-Meier median and quartiles, and the mean within the first n days: open files included; mean of all entries: an open file counts up to the day of the report, a refusal counts 0.",
    ),
    "stage_delay": (
        "Jours entre deux étapes. Moyenne, médiane et quartiles ne parlent que des dossiers arrivés à la seconde ; la médiane de Kaplan-Meier compte aussi ceux qui attendent.",
        "Days between two stages. Mean, median and quartiles speak only of files that reached the second; the Kaplan-Meier median counts those who wait, too.",
    ),
    "contact_within_limit": (
        "Signalements suivis d'un premier contact dans le délai du protocole (15 jours s'il n'en fixe pas), parmi ceux dont le délai est écoulé.",
        "Referrals followed by a first contact within the protocol's limit (15 days where it sets none), among those whose limit has passed.",
    ),
    "follow_up": (
        "Ce que sont devenues les questions posées après la sortie, à chaque échéance, une fois leur délai écoulé.",
        "What became of the questions asked after the exit, at each horizon, once their window is over.",
    ),
    "response_rate": (
        "Réponses (retraites comprises) rapportées aux personnes à interroger, décès exclus.",
        "Answers (retirements included) out of those to be asked, deaths left out.",
    ),
    "retention": (
        "Part en emploi à chaque échéance : parmi ceux qui ont répondu ; entre les bornes que permettent les non-réponses (Manski, intervalle d'Imbens et Manski) ; redressée des non-réponses.",
        "Share in work at each horizon: among those who answered; between the bounds that non-response allows (Manski, interval of Imbens and Manski); weighted for non-response.",
    ),
    "objective": (
        "Réalisé rapporté à l'objectif du protocole, proratisé à la période ; un taux est indéterminé tant que son intervalle contient l'objectif.",
        "What was achieved against the protocol's target, pro rata to the period; a rate is open while its interval contains the target.",
    ),
    "standardised_rate": (
        "Le taux qu'aurait une population de référence de mêmes âges et secteurs (standardisation directe).",
        "The rate that a reference population of given ages and sectors would have (direct standardisation).",
    ),
    "service_comparison": (
        "Taux de chaque service entre les limites que le hasard seul permet à sa taille (entonnoir) ; ce n'est pas un classement. φ dépasse 1 quand les services diffèrent plus que par hasard.",
        "Rate of each service within the limits that chance alone allows at its size (funnel); it is no ranking. φ exceeds 1 when services differ by more than chance.",
    ),
    "refusal_rate": (
        "Refus d'intégration rapportés aux refus et aux dossiers ouverts.",
        "Refusals out of refusals and files opened.",
    ),
    "caseload": (
        "Dossiers ouverts la veille et à la fin de la période, entrés et sortis entre-temps ; un dossier est ouvert de l'entrée à la veille de la sortie.",
        "Files open on the eve and at the end of the period, entered and left in between; a file is open from its entry to the day before its exit.",
    ),
    "distribution": (
        "Signalements de la période par caractéristique, parmi ceux pour lesquels elle est renseignée.",
        "Referrals of the period by characteristic, among those for which it is given.",
    ),
    "recommendations": (
        "Préconisations du médecin du travail vues pour la première fois dans la période, une fois par épisode, et part réalisée à ce jour.",
        "Recommendations of the occupational physician first seen in the period, each once an episode, and the share carried out to date.",
    ),
    "measures": ("Mesures vues pour la première fois dans la période, une fois par épisode.", "Measures first seen in the period, each once an episode."),
    "partners": ("Épisodes ayant un relais vers le partenaire ou une action de lui dans la période.", "Episodes with a relay to the partner, or an action of it, in the period."),
    "appointments": ("Rendez-vous de la période ; tenus par personne reçue.", "Appointments of the period; held per person seen."),
}
