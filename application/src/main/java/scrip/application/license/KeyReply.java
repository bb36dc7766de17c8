package scrip.application.license;

import scrip.domain.license.License;

/** What becomes of a license key. */
public sealed interface KeyReply {

    /** Its license is entered: in force, or from its start on. */
    record Taken(License license) implements KeyReply {}

    record Refused(KeyRefusal reason) implements KeyReply {}
}
