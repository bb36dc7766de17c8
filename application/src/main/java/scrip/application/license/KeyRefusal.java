package scrip.application.license;

import java.util.Locale;

/** Why a license key is refused; the license in force stays (rule 7). */
public enum KeyRefusal {
    /** It is no license key, or says no license. */
    MALFORMED,
    /** It is signed in another way than with Ed25519, or not at all. */
    WRONG_ALGORITHM,
    /** The vendor has not signed it, or it was altered since. */
    FORGED,
    /** It was made for another instance. */
    WRONG_INSTANCE,
    /** Its license has ended. */
    ENDED,
    /** Licenses of the cloud do not come as keys. */
    NOT_SELF_HOSTED,
    /** This instance does not know its vendor's public key, and so cannot trust any license key. */
    NO_VENDOR_KEY;

    /** @return the name used in the API, such as {@code wrong_instance} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
