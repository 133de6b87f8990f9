"""Every failure the program raises on purpose, as one tree.

SituationError                what the world did; has a sentence and a hint for the nurse
├── AccessError               somebody could not be let in
│   ├── WrongPasswordError, WrongRecoveryKeyError, TooManyTriesError, KeyFileError,
│   │   WeakPasswordError, NameTakenError, LastAdministratorError, AccessLostError,
│   │   NotAdministratorError
├── StationError              the data folder cannot be used now
│   ├── NoStationError, StationExistsError, StationInUseError, StationTooNewError,
│   │   StationDamagedError, UnsafeFolderError, BackupRefusedError, CopyPlaceError
├── DiskError                 the disk refused
│   ├── DiskFullError, DiskFailedError, ReadOnlyError, UnreadableError
├── FormError                 a form or an answer sheet cannot be used
│   ├── FormProblemsError, UnknownFormError, AnswersError, FormNotUsableError,
│   │   ApprovalIncompleteError, ApprovalRefusedError, SameApproverError,
│   │   NoSecondApproverError, PackRefusedError, FhirError, FormFolderExistsError
├── PersonError               what was typed about a person does not hold
│   ├── NationalNumberError, BirthDateError, DueDateError, PersonIncompleteError,
│   │   AlreadyRegisteredError
├── OutboxError               a parent's sealed answers cannot be taken in as they are
│   ├── OutboxCutError, OutboxForgedError
├── FollowUpError             an alert or a step cannot be closed like this
│   ├── ClosingIncompleteError, AlreadyClosedError
├── PaperError                a paper cannot be made
│   ├── MissingGlyphError, PaperIncompleteError, NotPrintableError, NoPrinterError,
│   │   NoPrinterHereError, PrinterNotChosenError, PrinterStoppedError
└── SystemLibraryError        the machine lacks something Qt needs

Everything that is not a SituationError is our own bug: it is logged without personal data,
the window says what is saved, and the program starts again.
"""

from __future__ import annotations

from typing import ClassVar

from nurseapp.base.text import _, mark


class SituationError(Exception):
    """Something outside the program stopped it; nothing that was confirmed is lost."""

    says: ClassVar[str] = mark("Det gikk ikke.")
    advice: ClassVar[str] = ""

    def __init__(self, **facts: object) -> None:
        super().__init__(type(self).__name__)
        self.facts = facts

    @property
    def sentence(self) -> str:
        """What happened, in the interface language."""
        return _(self.says).format(**self.facts)

    @property
    def hint(self) -> str:
        """What to do now, in the interface language; may be empty."""
        return _(self.advice).format(**self.facts) if self.advice else ""

    def __str__(self) -> str:
        return f"{self.sentence} {self.hint}".strip()


class AccessError(SituationError):
    """Somebody could not be let in."""


class WrongPasswordError(AccessError):
    """The name and the password do not belong together."""

    says = mark("Navnet og passordet hører ikke sammen.")
    advice = mark("Prøv igjen. Ingenting er slettet.")


class WrongRecoveryKeyError(AccessError):
    """The recovery key does not fit this station."""

    says = mark("Gjenopprettingsnøkkelen passer ikke til denne stasjonen.")
    advice = mark("Se etter at alle tegnene er skrevet riktig.")


class TooManyTriesError(AccessError):
    """Facts: seconds (whole seconds left to wait)."""

    says = mark("For mange forsøk. Vent {seconds} sekunder før neste forsøk.")
    advice = mark("Ingenting er slettet.")


class KeyFileError(AccessError):
    """The key file is damaged or weaker than the floor."""

    says = mark("Nøkkelfilen er skadet eller endret, og ble ikke brukt.")
    advice = mark(
        "Journalen er ikke rørt. Be IT hente nøkkelfilen tilbake fra siste sikkerhetskopi."
    )


class WeakPasswordError(AccessError):
    """Facts: shortest (characters)."""

    says = mark("Passordet er for kort.")
    advice = mark("Bruk minst {shortest} tegn. En setning er lett å huske.")


class NameTakenError(AccessError):
    """A user with this name exists."""

    says = mark("Det finnes allerede en bruker med dette navnet.")
    advice = mark("Velg et annet navn.")


class LastAdministratorError(AccessError):
    """The last user who can add others cannot be removed."""

    says = mark("Den siste som kan legge til brukere, kan ikke fjernes.")
    advice = mark("Gi rollen til en annen først.")


class AccessLostError(AccessError):
    """The user has been removed since."""

    says = mark("Denne brukeren har ikke lenger tilgang.")
    advice = mark("Snakk med den som er ansvarlig for brukerne.")


class NotAdministratorError(AccessError):
    """Only who answers for the station may do this."""

    says = mark("Dette kan bare den som er ansvarlig for stasjonen, gjøre.")
    advice = mark("Be en som kan legge til brukere, om å gjøre det. Ingenting er endret.")


class StationError(SituationError):
    """The data folder cannot be used now."""


class NoStationError(StationError):
    """Facts: folder."""

    says = mark("Det ligger ingen stasjon i {folder}.")
    advice = mark("Se etter at mappen er riktig, eller sett opp en ny stasjon.")


class StationExistsError(StationError):
    """Facts: folder."""

    says = mark("Det ligger allerede en stasjon i {folder}.")
    advice = mark("Velg en tom mappe. Den som finnes, er ikke rørt.")


class StationInUseError(StationError):
    """Facts: holder."""

    says = mark("Stasjonen er åpen et annet sted: {holder}.")
    advice = mark("Lukk programmet der først. Ingenting er endret.")


class StationTooNewError(StationError):
    """Written by a newer program."""

    says = mark("Stasjonen er skrevet av en nyere utgave av programmet.")
    advice = mark("Oppdater programmet på denne maskinen. Ingenting er endret.")


class StationDamagedError(StationError):
    """Facts: what (which check failed, in words)."""

    says = mark("Databasen er skadet: {what}.")
    advice = mark("Filen er beholdt som den er. Be IT hente tilbake siste sikkerhetskopi.")


class UnsafeFolderError(StationError):
    """Facts: folder, why."""

    says = mark("Mappen {folder} er ikke trygg for journalen: {why}.")
    advice = mark("Velg en mappe på maskinens egen disk.")


class BackupRefusedError(StationError):
    """Facts: file, why."""

    says = mark("Sikkerhetskopien {file} kan ikke brukes: {why}.")
    advice = mark("Prøv en annen kopi. Ingenting er endret.")


class CopyPlaceError(StationError):
    """Facts: folder, why."""

    says = mark("Sikkerhetskopiene kan ikke legges i {folder}: {why}.")
    advice = mark("Velg en annen mappe eller minnepinne. Ingenting er endret.")


class DiskError(SituationError):
    """The disk refused."""


class DiskFullError(DiskError):
    """No room left."""

    says = mark("Disken er full.")
    advice = mark("Alt som var bekreftet, er lagret. Frigjør plass og prøv igjen.")


class DiskFailedError(DiskError):
    """Reading or writing failed for another reason than room or rights."""

    says = mark("Disken svarte med en feil.")
    advice = mark("Alt som var bekreftet, er lagret. Start maskinen på nytt, og si fra til IT.")


class ReadOnlyError(DiskError):
    """Facts: folder."""

    says = mark("Programmet får ikke skrive i {folder}.")
    advice = mark("Be IT gi skrivetilgang til mappen. Ingenting er endret.")


class UnreadableError(DiskError):
    """Facts: file."""

    says = mark("Filen {file} kan ikke leses.")
    advice = mark("Se etter at den finnes, og at den ikke er skadet.")


class FormError(SituationError):
    """A form or an answer sheet cannot be used."""


class FormProblemsError(FormError):
    """Facts: problems (each `file: path: sentence`, one a line)."""

    says = mark("Skjemaet har feil:\n{problems}")


class UnknownFormError(FormError):
    """Facts: form."""

    says = mark("Skjemaet {form} finnes ikke.")
    advice = mark("Se hvilke som finnes med «nurseapp forms list».")


class AnswersError(FormError):
    """Facts: why."""

    says = mark("Svararket kan ikke brukes: {why}.")


class FormNotUsableError(FormError):
    """Facts: form, why."""

    says = mark("{form} kan ikke brukes nå: {why}.")


class ApprovalIncompleteError(FormError):
    """Facts: form, missing (words, separated by commas)."""

    says = mark("{form} kan ikke godkjennes ennå. Dette mangler: {missing}.")


class ApprovalRefusedError(FormError):
    """Facts: form, why (whole sentences)."""

    says = mark("{form} kan ikke godkjennes nå. {why}")


class SameApproverError(FormError):
    """Facts: form."""

    says = mark("{form} må bekreftes av en annen enn den som godkjente.")
    advice = mark("Be en annen som er ansvarlig for stasjonen, om å logge inn og bekrefte.")


class NoSecondApproverError(FormError):
    """Nobody but the one logged in could confirm an approval."""

    says = mark("Du er den eneste her som kan godkjenne, så ingen kan bekrefte.")
    advice = mark("La en til få ansvar for stasjonen først, under Innstillinger.")


class PackRefusedError(FormError):
    """Facts: why."""

    says = mark("Tekstpakken kan ikke tas inn: {why}.")
    advice = mark("Ingenting er tatt inn, og det som lå her fra før, er ikke rørt.")


class FhirError(FormError):
    """Facts: why."""

    says = mark("FHIR-filen kan ikke brukes: {why}.")
    advice = mark("Ingenting er hentet inn.")


class FormFolderExistsError(FormError):
    """Facts: folder."""

    says = mark("Det ligger allerede noe i {folder}.")
    advice = mark("Velg en annen mappe med --out. Det som ligger der, er ikke rørt.")


class PersonError(SituationError):
    """What was typed about a person does not hold."""


class NationalNumberError(PersonError):
    """Facts: why."""

    says = mark("Nummeret stemmer ikke: {why}.")
    advice = mark("Se etter tastefeil, eller la feltet stå tomt.")


class BirthDateError(PersonError):
    """Facts: why."""

    says = mark("Fødselsdatoen stemmer ikke: {why}.")


class DueDateError(PersonError):
    """Facts: why."""

    says = mark("Termindatoen stemmer ikke: {why}.")


class PersonIncompleteError(PersonError):
    """Facts: missing (words, separated by commas)."""

    says = mark("Dette mangler: {missing}.")


class AlreadyRegisteredError(PersonError):
    """A person with this national number is registered already."""

    says = mark("En person med dette nummeret er registrert fra før.")
    advice = mark("Søk opp personen i stedet.")


class OutboxError(SituationError):
    """A parent's sealed answers cannot be taken in as they are."""


class OutboxCutError(OutboxError):
    """Facts: answers (how many whole answers were taken in)."""

    says = mark("Slutten av svarfilen er ødelagt. {answers} svar er tatt vare på.")
    advice = mark("Gå gjennom svarene sammen med den som svarte.")


class OutboxForgedError(OutboxError):
    """A record in the file was not written by the parent's window."""

    says = mark(
        "Svarfilen er endret av noe annet enn programmet. Den er lagt til side og ikke skåret."
    )
    advice = mark("Be den som svarte, om å fylle ut på nytt, og si fra til IT.")


class FollowUpError(SituationError):
    """An alert or a step cannot be closed like this."""


class ClosingIncompleteError(FollowUpError):
    """Facts: missing (words, separated by commas)."""

    says = mark("Varselet kan ikke lukkes ennå. Dette mangler: {missing}.")


class AlreadyClosedError(FollowUpError):
    """Somebody closed it first."""

    says = mark("Dette er allerede lukket.")


class PaperError(SituationError):
    """A paper cannot be made."""


class MissingGlyphError(PaperError):
    """Facts: signs."""

    says = mark("Skriften har ikke disse tegnene: {signs}.")
    advice = mark("Skriv dem på en annen måte. Papiret er ikke laget ennå.")


class PaperIncompleteError(PaperError):
    """Facts: missing (words, separated by commas)."""

    says = mark("Dette må fylles ut først: {missing}.")


class NoPrinterError(PaperError):
    """No printer took the paper."""

    says = mark("Ingen skriver tok imot papiret.")
    advice = mark("Se etter at skriveren er på, eller lagre som PDF og skriv ut derfra.")


class NoPrinterHereError(PaperError):
    """The machine has no printer, or no way to one that the program knows."""

    says = mark("Programmet finner ingen skriver på denne maskinen.")
    advice = mark("Lagre som PDF, og skriv ut derfra.")


class PrinterNotChosenError(PaperError):
    """There are several printers, and none of them is the standard one."""

    says = mark("Velg hvilken skriver papiret skal ut på.")


class PrinterStoppedError(PaperError):
    """Facts: printer. Nothing was sent to it."""

    says = mark("Skriveren {printer} står stille. Papiret er ikke sendt dit.")
    advice = mark("Se til skriveren, velg en annen, eller lagre som PDF.")


class NotPrintableError(PaperError):
    """Facts: form, why."""

    says = mark("{form} kan ikke skrives ut blankt: {why}.")


class SystemLibraryError(SituationError):
    """Facts: packages."""

    says = mark("Maskinen mangler systembiblioteker som vinduet trenger.")
    advice = mark("På Debian og Ubuntu: sudo apt-get install {packages}")
