// The letters that come with the library, in French. Names, addresses and letterheads are the service's: it puts them in
// place of the pseudonyms, or gives templates of its own. A list begins and ends within a line of text, since a tag alone on
// its line takes the line end with it or not, according to whether the list is empty.
#include "maintien/io/letter_document.hpp"

namespace maintien::io {

namespace {

constexpr std::string_view employer_notice = R"({{#employer}}À l'employeur : {{employer}}
{{/employer}}{{#centre}}Centre : {{centre}}
{{/centre}}Le {{on_fr}}

Objet : convocation par le service de prévention et de santé au travail
(copie adressée au salarié)

Madame, Monsieur,

J'ai adressé votre salarié(e), {{worker}}, à la cellule de maintien en emploi du service.

Il ou elle y sera reçu(e) le {{day_fr}}{{#starts}}, à partir de {{starts}}{{/starts}}{{#ends}} et jusqu'à {{ends}}{{/ends}}{{#place}} (centre {{place}}){{/place}}.

Ce rendez-vous a lieu pendant le temps de travail : je vous prie de bien vouloir lui permettre de s'y rendre.

Je vous prie d'agréer, Madame, Monsieur, mes salutations distinguées.

Le médecin du travail{{#physician}} : {{physician}}{{/physician}}
)";

constexpr std::string_view attendance_certificate = R"(Attestation de présence

{{#service}}Service : {{service}}
{{/service}}Le {{on_fr}}

Nous attestons que {{worker}} a été reçu(e) par le service de prévention et de santé au travail le {{day_fr}}, de {{starts}} à {{ends}}{{#place}} (centre {{place}}){{/place}}.

Document remis au salarié pour faire valoir ce que de droit.{{#copies}}
Copie, à sa demande : {{copy_fr}}{{/copies}}

Pour la cellule de maintien en emploi{{#manager}} : {{manager}}{{/manager}}
)";

constexpr std::string_view pre_return_invitation = R"(À {{worker}}
{{#centre}}Centre : {{centre}}
{{/centre}}Le {{on_fr}}

Objet : visite de préreprise

Madame, Monsieur,

Votre service de prévention et de santé au travail a connaissance de votre arrêt de travail depuis le {{leave_since_fr}}{{#leave_until}}, prescrit jusqu'au {{leave_until_fr}}{{/leave_until}}.

Afin de faire le point sur votre situation, nous vous proposons une visite de préreprise. Pendant l'arrêt de travail, elle a pour objet de repérer les difficultés que vous pourriez rencontrer en reprenant votre activité, et ce qui peut être fait avant la reprise.

Pour obtenir un rendez-vous auprès du médecin du travail, vous pouvez prendre directement contact avec votre service.

Cette visite est strictement confidentielle.{{#recommendations_opt_in}} Les préconisations qui pourront être faites ne seront adressées à votre employeur qu'avec votre accord.{{/recommendations_opt_in}}{{^recommendations_opt_in}} Les recommandations qui pourront être faites sont transmises à votre employeur et au médecin-conseil, sauf si vous vous y opposez (art. R4624-30 du Code du travail).{{/recommendations_opt_in}}

Nous vous prions d'agréer, Madame, Monsieur, nos salutations distinguées.

Le médecin du travail{{#physician}} : {{physician}}{{/physician}}
)";

constexpr std::string_view relay_sheet = R"(Fiche relais

À : {{partner_fr}}
{{#service}}De : cellule de maintien en emploi, {{service}}
{{/service}}{{#centre}}Centre : {{centre}}
{{/centre}}Le {{on_fr}}

Dossier : {{case}}
Salarié(e) : {{worker}}{{#consents}}
Accord du salarié : {{in_words_fr}}{{/consents}}

Actions qui vous concernent :{{#actions}}
- {{measure_fr}}{{#progress}}, {{progress_fr}}{{/progress}}{{#due}}, pour le {{due_fr}}{{/due}}{{#starts_on}}, à partir du {{starts_on_fr}}{{/starts_on}}{{#ends_on}}, jusqu'au {{ends_on_fr}}{{/ends_on}}{{/actions}}{{^actions}}
- à convenir{{/actions}}

Pour la cellule de maintien en emploi{{#manager}} : {{manager}}{{/manager}}
)";

constexpr std::string_view worker_booklet = R"(Livret d'accompagnement au maintien en emploi

{{#service}}Service : {{service}}
{{/service}}Dossier : {{case}}
Salarié(e) : {{worker}}
Édité le {{on_fr}}

Vous avez été adressé(e) à la cellule de maintien en emploi, qui vous accompagne avec une équipe pluridisciplinaire. Ce livret vous suit tout au long de votre parcours ; vous pouvez le présenter aux professionnels que vous rencontrez. Merci de tenir la cellule informée de l'avancée de vos démarches et de vos difficultés.

VOS RENDEZ-VOUS{{#appointments}}
- {{day_fr}}{{#starts}}, {{starts}}{{/starts}}{{#ends}} – {{ends}}{{/ends}}{{#place}} (centre {{place}}){{/place}} : {{state_fr}}{{/appointments}}{{^appointments}}
- aucun pour le moment{{/appointments}}

VOTRE PLAN D'ACTIONS{{#aspects}}
Volet {{aspect_fr}}{{/aspects}}{{#actions}}
- {{measure_fr}}{{#progress}}, {{progress_fr}}{{/progress}}{{#actor}}, avec : {{actor_fr}}{{/actor}}{{#partner}}, partenaire : {{partner_fr}}{{/partner}}{{#due}}, pour le {{due_fr}}{{/due}}{{/actions}}{{^actions}}
- aucune action pour le moment{{/actions}}

VOS ACCORDS
Pour vous aider, l'équipe peut avoir à prendre contact avec d'autres professionnels (assurance maladie, MDPH, services sociaux, médecins, Cap emploi…). Votre accord est indispensable ; vous pouvez le retirer à tout moment.{{#consents}}
- {{in_words_fr}}{{/consents}}

Signature :

VOS DROITS
Vous disposez d'un droit d'accès, de rectification, d'effacement et de portabilité de vos données, d'un droit à la limitation du traitement, du droit de retirer votre consentement, du droit de ne pas faire l'objet d'une décision automatisée et d'un droit d'opposition. Ils s'exercent auprès du délégué à la protection des données de votre service. Les éléments du dossier médical en santé au travail sont conservés selon la loi (art. R4624-45-9 du Code du travail).
)";

}  // namespace

std::string_view letter_template(LetterKind kind) {
    switch (kind) {
        case LetterKind::employer_notice: return employer_notice;
        case LetterKind::attendance_certificate: return attendance_certificate;
        case LetterKind::pre_return_invitation: return pre_return_invitation;
        case LetterKind::relay_sheet: return relay_sheet;
        default: return worker_booklet;
    }
}

}  // namespace maintien::io
