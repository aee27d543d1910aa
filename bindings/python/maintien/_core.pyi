from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from os import PathLike
from typing import Any

from maintien._codes import Code
from maintien._collective import Digest, OutreachReport
from maintien._frames import ArrayFrame, StreamFrame
from maintien._lists import AgendaItem, Deviation, RehearsedCase
from maintien._publishing import DisclosureAudit, StateSource
from maintien._revision import Revision
from maintien._scenarios import ScenarioResult
from maintien._sharing import CaseDocument, ConsentLine, Erasure, Letter, LetterRefusal, PersonFile, View
from maintien._values import Blocked, Explanation, Obstacle, Path, Possibility, Row, Text, Verdict
from maintien._verification import Verification

_Path = str | PathLike[str]
_Source = _Path | bytes
_Rules = _Path | Protocol
_Entry = dict[str, Any]
_Frame = StreamFrame | ArrayFrame

__version__: str

class _Document:
    def json(self) -> str: ...
    def text(self, language: str) -> str: ...
    def csv(self) -> str: ...
    def __deepcopy__(self, memo: dict[Any, Any], /) -> _Document: ...

class _LetterDocument:
    def json(self) -> str: ...
    def text(self, template: _Source | None) -> str: ...
    def __deepcopy__(self, memo: dict[Any, Any], /) -> _LetterDocument: ...

def _attribute_kinds() -> dict[str, tuple[str, Any]]: ...

class Protocol:
    def __init__(self, name: str) -> None: ...
    @staticmethod
    def from_file(path: _Path) -> Protocol: ...
    @staticmethod
    def from_json(text: str | bytes | Mapping[str, Any]) -> Protocol: ...
    def version_on(self, day: date) -> Protocol: ...
    def to_json(self) -> str: ...
    def to_text(self, language: str = "fr") -> str: ...
    def diagram(self, kind: str = "mermaid", language: str = "fr") -> str: ...
    def verify(self) -> Verification: ...
    def difference(self, other: _Rules, language: str = "fr") -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def version(self) -> int: ...
    @property
    def title(self) -> dict[str, str]: ...
    @property
    def valid_from(self) -> date: ...
    @property
    def valid_until(self) -> date | None: ...
    @property
    def base(self) -> str | None: ...
    @property
    def relaxes(self) -> list[dict[str, str]]: ...
    @property
    def team(self) -> list[Actor]: ...
    @property
    def horizons(self) -> list[int]: ...
    @property
    def outcomes(self) -> dict[Outcome, dict[str, Any]]: ...
    @property
    def targets(self) -> list[dict[str, Any]]: ...
    @property
    def refusal_is_entry(self) -> bool: ...
    @property
    def refusal_is_exit(self) -> bool: ...
    @property
    def decimals(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

class Events:
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[_Entry]: ...
    @property
    def cases(self) -> int: ...
    @property
    def period(self) -> tuple[date, date] | None: ...
    @property
    def rejected(self) -> int: ...
    @property
    def rejected_rows(self) -> int: ...
    @property
    def skipped_empty_rows(self) -> int: ...
    @property
    def remarks(self) -> list[str]: ...
    @property
    def unmapped_columns(self) -> list[str]: ...
    def write(self, path: _Path) -> None: ...
    @staticmethod
    def from_files(files: Iterable[CaseFile]) -> Events: ...
    def case_file(self, case: str, service: str | None = None) -> CaseFile: ...
    def __arrow_c_stream__(self, requested_schema: object = None) -> Any: ...
    def to_arrow(self) -> Any: ...
    def to_pandas(self) -> Any: ...
    def to_polars(self) -> Any: ...

class Cases:
    def __len__(self) -> int: ...
    @property
    def events(self) -> Events: ...
    @property
    def protocol(self) -> Protocol: ...
    @property
    def as_of(self) -> date: ...
    @property
    def known_on(self) -> date | None: ...
    @property
    def objected(self) -> int: ...
    @property
    def deviations(self) -> dict[Severity, int]: ...
    @property
    def columns(self) -> tuple[str, ...]: ...
    def column(self, name: str) -> list[Any]: ...
    def episodes(self) -> list[dict[str, Any]]: ...
    def __arrow_c_stream__(self, requested_schema: object = None) -> Any: ...
    def to_arrow(self) -> Any: ...
    def to_pandas(self) -> Any: ...
    def to_polars(self) -> Any: ...

class Agenda:
    def __len__(self) -> int: ...
    def __getitem__(self, index: int, /) -> AgendaItem: ...
    def __iter__(self) -> Iterator[AgendaItem]: ...
    @property
    def protocol(self) -> str: ...
    @property
    def as_of(self) -> date: ...
    @property
    def columns(self) -> tuple[str, ...]: ...
    def column(self, name: str) -> list[Any]: ...
    def to_json(self) -> str: ...
    def to_csv(self) -> str: ...
    def to_text(self, language: str = "fr") -> str: ...
    def __arrow_c_stream__(self, requested_schema: object = None) -> Any: ...
    def to_arrow(self) -> Any: ...
    def to_pandas(self) -> Any: ...
    def to_polars(self) -> Any: ...

class Deviations:
    def __len__(self) -> int: ...
    def __getitem__(self, index: int, /) -> Deviation: ...
    def __iter__(self) -> Iterator[Deviation]: ...
    @property
    def protocol(self) -> str: ...
    @property
    def as_of(self) -> date: ...
    @property
    def columns(self) -> tuple[str, ...]: ...
    def column(self, name: str) -> list[Any]: ...
    def to_json(self) -> str: ...
    def to_text(self, language: str = "fr") -> str: ...
    def __arrow_c_stream__(self, requested_schema: object = None) -> Any: ...
    def to_arrow(self) -> Any: ...
    def to_pandas(self) -> Any: ...
    def to_polars(self) -> Any: ...

class Rehearsal:
    def __len__(self) -> int: ...
    def __bool__(self) -> bool: ...
    def __getitem__(self, index: int, /) -> RehearsedCase: ...
    def __iter__(self) -> Iterator[RehearsedCase]: ...
    @property
    def from_protocol(self) -> str: ...
    @property
    def to_protocol(self) -> str: ...
    @property
    def as_of(self) -> date: ...
    def to_json(self) -> str: ...
    def to_text(self, language: str = "fr") -> str: ...

class Report:
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Row]: ...
    def __contains__(self, name: str) -> bool: ...
    @property
    def protocol(self) -> str: ...
    @property
    def as_of(self) -> date: ...
    @property
    def known_on(self) -> date | None: ...
    @property
    def period(self) -> tuple[date, date]: ...
    @property
    def min_count(self) -> int: ...
    @property
    def reference(self) -> str | None: ...
    @property
    def level(self) -> float: ...
    @property
    def input(self) -> dict[str, Any]: ...
    @property
    def data_quality(self) -> dict[str, Any]: ...
    @property
    def audit(self) -> DisclosureAudit | None: ...
    @property
    def rows(self) -> list[Row]: ...
    @property
    def strata(self) -> list[dict[str, str]]: ...
    def row(self, indicator: str, variant: str | None = None, category: str | None = None, *, by: Mapping[str, str] | None = None) -> Row: ...
    def explain(self, name: str) -> Explanation: ...
    def to_json(self) -> str: ...
    def to_csv(self) -> str: ...
    def to_text(self, language: str = "fr") -> str: ...
    def __arrow_c_stream__(self, requested_schema: object = None) -> Any: ...
    def to_arrow(self) -> Any: ...
    def to_pandas(self) -> Any: ...
    def to_polars(self) -> Any: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __copy__(self) -> Report: ...
    def __deepcopy__(self, memo: dict[Any, Any], /) -> Report: ...

class State:
    @property
    def protocol(self) -> str: ...
    @property
    def as_of(self) -> date: ...
    @property
    def known_on(self) -> date | None: ...
    @property
    def period(self) -> tuple[date, date]: ...
    @property
    def level(self) -> float: ...
    @property
    def by(self) -> tuple[StratumKey, ...]: ...
    @property
    def sources(self) -> tuple[StateSource, ...]: ...
    @property
    def cases(self) -> int: ...
    @staticmethod
    def from_file(path: _Path) -> State: ...
    @staticmethod
    def from_json(text: str | bytes | Mapping[str, Any]) -> State: ...
    def to_json(self) -> str: ...
    def write(self, path: _Path) -> None: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

class Trend:
    def __len__(self) -> int: ...
    def __getitem__(self, index: int, /) -> Report: ...
    def __iter__(self) -> Iterator[Report]: ...
    @property
    def every(self) -> Every: ...
    @property
    def over(self) -> TrendOver: ...
    @property
    def as_of(self) -> date: ...
    @property
    def period(self) -> tuple[date, date]: ...
    def to_json(self) -> str: ...
    def to_csv(self) -> str: ...
    def to_text(self, language: str = "fr") -> str: ...
    def __arrow_c_stream__(self, requested_schema: object = None) -> Any: ...
    def to_arrow(self) -> Any: ...
    def to_pandas(self) -> Any: ...
    def to_polars(self) -> Any: ...

class CaseFile:
    def __init__(self, case: str, service: str | None = None) -> None: ...
    def __len__(self) -> int: ...
    @property
    def case(self) -> str: ...
    @property
    def service(self) -> str | None: ...
    @property
    def entries(self) -> list[_Entry]: ...
    def add(self, event: str, on: date, **attributes: Any) -> None: ...
    def admit(self, event: str, on: date, protocol: _Rules = "common_core", **attributes: Any) -> Verdict: ...
    def possible(self, as_of: date, protocol: _Rules = "common_core") -> list[Possibility]: ...
    def blocked(self, as_of: date, protocol: _Rules = "common_core") -> list[Obstacle]: ...
    def path_to(self, event: str, on: date, protocol: _Rules = "common_core", **attributes: Any) -> Path | None: ...
    def blocked_by(self, event: str, on: date, protocol: _Rules = "common_core", **attributes: Any) -> list[Blocked]: ...
    def stage(self, as_of: date, protocol: _Rules = "common_core") -> Stage | None: ...
    def document(self, as_of: date, protocol: _Rules = "common_core") -> CaseDocument: ...
    def view(self, audience: str, as_of: date, protocol: _Rules = "common_core", *, partner: str | None = None) -> View: ...
    def consents(self, as_of: date, protocol: _Rules = "common_core") -> list[ConsentLine]: ...
    def agenda(self, as_of: date, protocol: _Rules = "common_core", *, within: int = 30, region: str = "metropolitan") -> Agenda: ...
    def letter(
        self,
        kind: str,
        as_of: date,
        protocol: _Rules = "common_core",
        *,
        appointment: int | None = None,
        partner: str | None = None,
        copy_to_employer: bool = False,
    ) -> Letter | LetterRefusal: ...
    def rectify(self, amends: str, on: date, entry: Mapping[str, Any] | None = None, protocol: _Rules = "common_core") -> Verdict: ...
    def object_to(self, scope: str, on: date) -> _Entry: ...
    def restrict(self, on: date, protocol: _Rules = "common_core") -> list[_Entry]: ...
    def is_restricted(self, as_of: date, protocol: _Rules = "common_core") -> bool: ...
    def export(self, as_of: date) -> PersonFile: ...
    def erase(self, as_of: date) -> Erasure[CaseFile]: ...

class Scenario:
    @property
    def place(self) -> str: ...
    @property
    def title(self) -> Text: ...
    @property
    def protocol(self) -> str: ...
    @property
    def as_of(self) -> date: ...
    @property
    def entries(self) -> list[_Entry]: ...
    @property
    def then(self) -> _Entry | None: ...
    @property
    def expect(self) -> dict[str, Any]: ...
    def answer(self) -> dict[str, Any]: ...

def protocols() -> list[Protocol]: ...
def read_events(*paths: _Source | _Frame, rejects: _Path | None = None, threads: int = 0, progress: bool = False) -> Events: ...
def _import_table(
    table: _Source,
    mapping: _Source | Mapping[str, Any],
    *,
    called: str | None = None,
    rejects: _Path | None = None,
    threads: int = 0,
    progress: bool = False,
) -> Events: ...
def simulate(
    *, cases: int = 1000, seed: int = 1, protocol: _Rules = "common_core", until: date | None = None, threads: int = 0, progress: bool = False
) -> Events: ...
def replay(
    events: Events, protocol: _Rules = "common_core", *, as_of: date, known_on: date | None = None, threads: int = 0, progress: bool = False
) -> Cases: ...
def report(
    register: Events | Cases | State,
    protocol: _Rules | None = None,
    *,
    as_of: date | None = None,
    known_on: date | None = None,
    from_: date | None = None,
    to: date | None = None,
    by: str | Iterable[str] = (),
    level: float | None = None,
    interval: str | None = None,
    reference: _Source | Mapping[str, Any] | None = None,
    min_count: int | None = None,
    public: bool = False,
    ledger: _Path | None = None,
    threads: int = 0,
) -> Report: ...
def state(
    register: Events | Cases,
    protocol: _Rules | None = None,
    *,
    as_of: date | None = None,
    known_on: date | None = None,
    from_: date | None = None,
    to: date | None = None,
    by: str | Iterable[str] = (),
    level: float = 0.95,
    interval: str = "wilson",
    part: tuple[int, int] | None = None,
    threads: int = 0,
) -> State: ...
def merge(states: Iterable[State]) -> State: ...
def trend(
    register: Events | Cases,
    protocol: _Rules | None = None,
    *,
    as_of: date | None = None,
    every: str,
    over: str = "periods",
    known_on: date | None = None,
    from_: date | None = None,
    to: date | None = None,
    by: str | Iterable[str] = (),
    level: float = 0.95,
    interval: str = "wilson",
    reference: _Source | Mapping[str, Any] | None = None,
    threads: int = 0,
) -> Trend: ...
def revise(
    events: Events,
    protocol: _Rules | None = None,
    *,
    as_of: date,
    known_on: date,
    and_: date,
    from_: date | None = None,
    to: date | None = None,
    threads: int = 0,
) -> Revision: ...
def agenda(
    events: Events, protocol: _Rules = "common_core", *, as_of: date, within: int = 30, region: str = "metropolitan", threads: int = 0
) -> Agenda: ...
def check(events: Events, protocol: _Rules = "common_core", *, as_of: date | None = None, threads: int = 0) -> Deviations: ...
def rehearse(events: Events, *, from_protocol: _Rules, to_protocol: _Rules, as_of: date, threads: int = 0) -> Rehearsal: ...
def case(events: Events, case: str, *, service: str | None = None, protocol: _Rules = "common_core", as_of: date) -> CaseDocument: ...
def view(
    events: Events,
    case: str,
    *,
    audience: str,
    partner: str | None = None,
    service: str | None = None,
    protocol: _Rules = "common_core",
    as_of: date,
) -> View: ...
def letter(
    kind: str,
    events: Events,
    case: str,
    *,
    service: str | None = None,
    as_of: date,
    protocol: _Rules = "common_core",
    appointment: int | None = None,
    partner: str | None = None,
    copy_to_employer: bool = False,
) -> Letter | LetterRefusal: ...
def export_person(events: Events, case: str, *, service: str | None = None, as_of: date | None = None) -> PersonFile: ...
def erase_person(events: Events, case: str, *, service: str | None = None, as_of: date | None = None) -> Erasure[Events]: ...
def digest(visits: _Source, *, on: date, events: Events | None = None, protocol: _Rules | None = None) -> Digest: ...
def outreach(actions: _Source, *, from_: date, to: date) -> OutreachReport: ...
def scenarios(*paths: _Source) -> list[Scenario]: ...
def conform(
    adapter: Callable[[Scenario], Mapping[str, Any]] | None = None, scenarios: Iterable[Scenario] | None = None
) -> list[ScenarioResult]: ...
def percentage(part: float, whole: int | None = None, decimals: int = 0, language: str = "fr") -> str: ...
def day_in_words(day: date, language: str = "fr") -> str: ...

# The closed lists, written from the module by tests/python/write_stub.py; a test compares them.

class Event(Code):
    sick_leave = "sick_leave"
    visit = "visit"
    unfitness_opinion = "unfitness_opinion"
    consent = "consent"
    reopening = "reopening"
    referral = "referral"
    contact_attempt = "contact_attempt"
    first_contact = "first_contact"
    appointment = "appointment"
    qualification_interview = "qualification_interview"
    entry = "entry"
    refusal = "refusal"
    action_plan = "action_plan"
    action = "action"
    employer_contact = "employer_contact"
    relay = "relay"
    team_review = "team_review"
    suspension = "suspension"
    resumption = "resumption"
    outcome = "outcome"
    follow_up = "follow_up"
    amendment = "amendment"

class Origin(Code):
    names_a_visit: bool
    pre_return_visit = "pre_return_visit"
    return_visit = "return_visit"
    on_request_worker = "on_request_worker"
    on_request_employer = "on_request_employer"
    on_request_physician = "on_request_physician"
    hiring_visit = "hiring_visit"
    periodic_visit = "periodic_visit"
    mid_career_visit = "mid_career_visit"
    liaison_meeting = "liaison_meeting"
    insurance_notice = "insurance_notice"
    partner_notice = "partner_notice"
    transfer_in = "transfer_in"
    other_origin = "other_origin"

class Actor(Code):
    insurance_body: bool
    occupational_physician = "occupational_physician"
    occupational_nurse = "occupational_nurse"
    field_assistant = "field_assistant"
    case_manager = "case_manager"
    coordinator = "coordinator"
    referent_physician = "referent_physician"
    social_worker = "social_worker"
    ergonomist = "ergonomist"
    prevention_specialist = "prevention_specialist"
    psychologist = "psychologist"
    assistant = "assistant"
    worker = "worker"
    employer = "employer"
    disability_officer = "disability_officer"
    general_practitioner = "general_practitioner"
    specialist = "specialist"
    insurance_physician = "insurance_physician"
    insurance_social_service = "insurance_social_service"
    cap_emploi = "cap_emploi"
    hospital = "hospital"
    staff_representative = "staff_representative"
    other_actor = "other_actor"

class Cause(Code):
    non_occupational_illness = "non_occupational_illness"
    work_accident = "work_accident"
    commuting_accident = "commuting_accident"
    occupational_disease = "occupational_disease"
    private_accident = "private_accident"
    disability_worsening = "disability_worsening"
    wear_and_ageing = "wear_and_ageing"
    social_difficulty = "social_difficulty"
    other_cause = "other_cause"

class Nature(Code):
    locomotor = "locomotor"
    mental = "mental"
    cardiovascular = "cardiovascular"
    neurological = "neurological"
    cancer = "cancer"
    sensory = "sensory"
    other_nature = "other_nature"

class ConsentScope(Code):
    referral = "referral"
    partner_exchange = "partner_exchange"
    insurance_exchange = "insurance_exchange"
    employer_contact = "employer_contact"
    recommendations = "recommendations"
    supervised_trial = "supervised_trial"
    follow_up_contact = "follow_up_contact"
    statistics = "statistics"

class ConsentState(Code):
    given = "given"
    refused = "refused"
    withdrawn = "withdrawn"

class Channel(Code):
    in_person = "in_person"
    phone = "phone"
    video = "video"
    letter = "letter"
    email = "email"
    questionnaire = "questionnaire"

class Aspect(Code):
    medical = "medical"
    social = "social"
    professional = "professional"

class Orientation(Code):
    retention_in_company = "retention_in_company"
    external_redeployment = "external_redeployment"
    undecided = "undecided"

class Measure(Code):
    recommendation: bool
    job_adjustment = "job_adjustment"
    working_time_adjustment = "working_time_adjustment"
    therapeutic_part_time = "therapeutic_part_time"
    telework = "telework"
    technical_aid = "technical_aid"
    job_study = "job_study"
    ergonomic_study = "ergonomic_study"
    prior_ergonomic_study = "prior_ergonomic_study"
    disabled_worker_status = "disabled_worker_status"
    invalidity_application = "invalidity_application"
    supervised_trial = "supervised_trial"
    retraining_in_company = "retraining_in_company"
    specific_support = "specific_support"
    career_guidance = "career_guidance"
    skills_assessment = "skills_assessment"
    construction_assessment = "construction_assessment"
    career_advice = "career_advice"
    training_account = "training_account"
    transition_project = "transition_project"
    prior_learning = "prior_learning"
    training = "training"
    interests_and_motivations = "interests_and_motivations"
    cv_writing = "cv_writing"
    early_remobilisation = "early_remobilisation"
    supported_employment = "supported_employment"
    vocational_rehabilitation = "vocational_rehabilitation"
    financial_aid = "financial_aid"
    psychological_support = "psychological_support"
    social_support = "social_support"
    liaison_meeting = "liaison_meeting"
    return_visit = "return_visit"
    pre_return_visit = "pre_return_visit"
    employer_meeting = "employer_meeting"
    mdph_application = "mdph_application"
    other_measure = "other_measure"

class Progress(Code):
    planned = "planned"
    under_way = "under_way"
    done = "done"
    abandoned = "abandoned"

class Partner(Code):
    insurance_body: bool
    cap_emploi = "cap_emploi"
    carsat_social_service = "carsat_social_service"
    cpam = "cpam"
    msa = "msa"
    insurance_medical_service = "insurance_medical_service"
    mdph = "mdph"
    agefiph = "agefiph"
    fiphfp = "fiphfp"
    oeth = "oeth"
    france_travail = "france_travail"
    transitions_pro = "transitions_pro"
    opco = "opco"
    cep_operator = "cep_operator"
    comete = "comete"
    rehabilitation_centre = "rehabilitation_centre"
    general_practitioner = "general_practitioner"
    specialist = "specialist"
    other_service = "other_service"
    patients_association = "patients_association"
    other_partner = "other_partner"

class RelayState(Code):
    sent = "sent"
    answered = "answered"

class Outcome(Code):
    family: Family | None
    polarity: Polarity
    same_post = "same_post"
    adapted_post = "adapted_post"
    internal_redeployment = "internal_redeployment"
    external_post = "external_post"
    permanent_hire = "permanent_hire"
    fixed_term_hire = "fixed_term_hire"
    business_creation = "business_creation"
    retraining = "retraining"
    training = "training"
    other_insertion = "other_insertion"
    unfitness = "unfitness"
    invalidity = "invalidity"
    dismissal = "dismissal"
    mutual_termination = "mutual_termination"
    resignation = "resignation"
    drop_out = "drop_out"
    other_outcome = "other_outcome"
    contract_end = "contract_end"
    prolonged_leave = "prolonged_leave"
    no_further_need = "no_further_need"
    handed_over = "handed_over"
    moved_away = "moved_away"
    lost_contact = "lost_contact"
    retirement = "retirement"
    transferred = "transferred"
    death = "death"

class Family(Code):
    company = "company"
    elsewhere = "elsewhere"
    project = "project"

class Polarity(Code):
    positive = "positive"
    negative = "negative"
    neutral = "neutral"

class Answer(Code):
    answer_class: AnswerClass
    same_employer: bool
    same_post = "same_post"
    adapted_post = "adapted_post"
    other_post_same_employer = "other_post_same_employer"
    on_leave_with_contract = "on_leave_with_contract"
    other_employer = "other_employer"
    self_employed = "self_employed"
    in_training = "in_training"
    job_seeking = "job_seeking"
    invalidity = "invalidity"
    unfit_retired = "unfit_retired"
    out_of_work_other = "out_of_work_other"
    retired = "retired"
    deceased = "deceased"
    refused = "refused"
    no_contact = "no_contact"
    lost = "lost"
    other_non_response = "other_non_response"
    not_sent = "not_sent"

class AnswerClass(Code):
    employed = "employed"
    not_employed = "not_employed"
    out_of_scope = "out_of_scope"
    non_response = "non_response"

class RefusalReason(Code):
    does_not_wish = "does_not_wish"
    health_not_stable = "health_not_stable"
    already_helped = "already_helped"
    distrust = "distrust"
    other_refusal_reason = "other_refusal_reason"

class SuspensionReason(Code):
    hospital = "hospital"
    treatment = "treatment"
    maternity = "maternity"
    personal = "personal"
    other_suspension_reason = "other_suspension_reason"

class ReopeningReason(Code):
    relapse = "relapse"
    job_at_risk_again = "job_at_risk_again"
    found_again = "found_again"
    new_situation = "new_situation"
    other_reopening_reason = "other_reopening_reason"

class ParticipantKind(Code):
    workers = "workers"
    employers = "employers"
    staff_representatives = "staff_representatives"
    health_professionals = "health_professionals"
    branch_representatives = "branch_representatives"
    trainees = "trainees"
    other_participants = "other_participants"

class OutreachKind(Code):
    proven_by: tuple[SourceDocument, ...]
    information_meeting = "information_meeting"
    awareness = "awareness"
    training = "training"
    document = "document"
    tool = "tool"
    working_group = "working_group"

class SourceDocument(Code):
    registration_form = "registration_form"
    attendance_sheet = "attendance_sheet"
    document = "document"

class LetterKind(Code):
    employer_notice = "employer_notice"
    attendance_certificate = "attendance_certificate"
    pre_return_invitation = "pre_return_invitation"
    relay_sheet = "relay_sheet"
    worker_booklet = "worker_booklet"

class Sex(Code):
    female = "female"
    male = "male"

class AgeBand(Code):
    under_30 = "under_30"
    _30_39 = "30_39"
    _40_49 = "40_49"
    _50_54 = "50_54"
    _55_and_over = "55_and_over"

class Sector(Code):
    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"
    G = "G"
    H = "H"
    I = "I"
    J = "J"
    K = "K"
    L = "L"
    M = "M"
    N = "N"
    O = "O"
    P = "P"
    Q = "Q"
    R = "R"
    S = "S"
    T = "T"
    U = "U"

class Workforce(Code):
    under_11 = "under_11"
    _11_49 = "11_49"
    _50_249 = "50_249"
    _250_and_over = "250_and_over"

class Occupation(Code):
    manual_worker = "manual_worker"
    employee = "employee"
    intermediate = "intermediate"
    manager_or_professional = "manager_or_professional"
    craft_or_trade = "craft_or_trade"
    farmer = "farmer"

class LeaveState(Code):
    started = "started"
    extended = "extended"
    ended = "ended"

class AppointmentState(Code):
    planned = "planned"
    held = "held"
    missed = "missed"
    cancelled = "cancelled"

class Decision(Code):
    deferred = "deferred"
    accepted = "accepted"
    redirected = "redirected"
    not_eligible = "not_eligible"

class AudienceRole(Code):
    employer = "employer"
    partner = "partner"
    cell = "cell"
    physician = "physician"
    worker = "worker"
    statistician = "statistician"
    public_ = "public"

class Stage(Code):
    referred = "referred"
    contacted = "contacted"
    qualified = "qualified"
    in_support = "in_support"
    suspended = "suspended"
    declined = "declined"
    redirected = "redirected"
    exited = "exited"
    closed = "closed"

class Milestone(Code):
    referral = "referral"
    contact = "contact"
    interview = "interview"
    entry = "entry"
    plan = "plan"
    refusal = "refusal"
    outcome = "outcome"
    exit = "exit"
    closing = "closing"
    appointment_held = "appointment_held"
    first_sick_leave_day = "first_sick_leave_day"

class Severity(Code):
    violation = "violation"
    unrecorded = "unrecorded"
    note = "note"

class VerdictKind(Code):
    accepted = "accepted"
    unknown_event = "unknown_event"
    not_at_this_stage = "not_at_this_stage"
    conditions_unmet = "conditions_unmet"

class ConsentStanding(Code):
    live = "live"
    refused = "refused"
    withdrawn = "withdrawn"
    expired = "expired"
    not_recorded = "not_recorded"

class VisitSequel(Code):
    not_referred = "not_referred"
    referred = "referred"
    already_followed = "already_followed"

class MappingObstacle(Code):
    stage_unknown = "stage_unknown"
    stage_differs = "stage_differs"
    new_deviation = "new_deviation"

class HolidayRegion(Code):
    metropolitan = "metropolitan"
    alsace_moselle = "alsace_moselle"
    guadeloupe = "guadeloupe"
    martinique = "martinique"
    guyane = "guyane"
    reunion = "reunion"
    mayotte = "mayotte"
    saint_barthelemy = "saint_barthelemy"
    saint_martin = "saint_martin"

class StratumKey(Code):
    service = "service"
    centre = "centre"
    physician = "physician"
    manager = "manager"
    sex = "sex"
    age_band = "age_band"
    sector = "sector"
    workforce = "workforce"
    occupation = "occupation"
    origin = "origin"
    cause = "cause"
    nature = "nature"
    year = "year"
    quarter = "quarter"
    month = "month"

class Every(Code):
    month = "month"
    quarter = "quarter"
    year = "year"

class TrendOver(Code):
    periods = "periods"
    days = "days"

class FollowUpEnd(Code):
    answered = "answered"
    refused = "refused"
    no_contact = "no_contact"
    lost = "lost"
    other_non_response = "other_non_response"
    not_sent = "not_sent"
    deceased = "deceased"
    retired = "retired"
    pending = "pending"

class Unit(Code):
    cases = "cases"
    proportion = "proportion"
    days = "days"
    ratio = "ratio"

class NullReason(Code):
    denominator_zero = "denominator_zero"
    not_mature = "not_mature"
    not_reached = "not_reached"
    degenerate_variance = "degenerate_variance"
    beyond_follow_up = "beyond_follow_up"
    empty_stratum = "empty_stratum"
    not_mergeable = "not_mergeable"
    no_reference = "no_reference"
    suppressed = "suppressed"

class TargetVerdict(Code):
    reached = "reached"
    missed = "missed"
    open = "open"

class Unsoundness(Code):
    none = "none"
    no_start = "no_start"
    unreachable_stage = "unreachable_stage"
    dead_end = "dead_end"
    overlapping_rows = "overlapping_rows"
    dead_row = "dead_row"
    impossible_guard = "impossible_guard"
    lost_return = "lost_return"
    uncovered_sharing = "uncovered_sharing"
    impossible_limit = "impossible_limit"

class WeakeningKind(Code):
    none = "none"
    other_path = "other_path"
    dropped_guard = "dropped_guard"
    dropped_consent = "dropped_consent"
    refused_withdrawal = "refused_withdrawal"
    wider_team = "wider_team"
    dropped_limit = "dropped_limit"
    longer_limit = "longer_limit"
    follow_up = "follow_up"
    recommendations = "recommendations"
