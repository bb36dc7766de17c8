package scrip.web.license;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.regex.Pattern;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import scrip.application.license.KeyReader;
import scrip.application.license.KeyRefusal;
import scrip.web.api.json.Fields;
import scrip.web.api.json.Json;
import scrip.web.api.problem.ProblemException;

/** License keys as compact JWS, signed with Ed25519. */
public final class SignedKeys implements KeyReader {

    /** Characters of a key at most; one of a hundred instances has fewer. */
    public static final int LONGEST = 10_000;

    private static final Pattern COMPACT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    private static final AlgorithmConstraints ED25519 = new AlgorithmConstraints(ConstraintType.PERMIT,
            AlgorithmIdentifiers.EDDSA);

    private final @Nullable PublicKey vendor;

    /** @param vendor whose signature counts, an Ed25519 key; null if none does */
    public SignedKeys(@Nullable PublicKey vendor) {
        this.vendor = vendor;
    }

    /** Space and line breaks, which pasting brings, do not count. */
    @Override
    public Reading read(String key) {
        String compact = key.length() > LONGEST ? "" : key.replaceAll("\\s", "");
        if (vendor == null) {
            return new Reading.Unusable(KeyRefusal.NO_VENDOR_KEY);
        }
        if (!COMPACT.matcher(compact).matches()) {
            return new Reading.Unusable(KeyRefusal.MALFORMED);
        }
        try {
            return verify(compact, vendor);
        } catch (JoseException | ProblemException _) {
            // What jose4j and the reading of fields complain of is the form: signatures that do not match are no exception.
            return new Reading.Unusable(KeyRefusal.MALFORMED);
        }
    }

    private static Reading verify(String compact, PublicKey vendor) throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setCompactSerialization(compact);
        if (!AlgorithmIdentifiers.EDDSA.equals(jws.getAlgorithmHeaderValue())) {
            return new Reading.Unusable(KeyRefusal.WRONG_ALGORITHM);
        }
        jws.setAlgorithmConstraints(ED25519);
        jws.setKey(vendor);
        if (!isCanonical(compact) || !jws.verifySignature()) {
            return new Reading.Unusable(KeyRefusal.FORGED);
        }
        return Fields.read(Json.read(jws.getPayloadBytes()), LicenseClaims::read);
    }

    /** Bits at the end of Base64 that say nothing must be zero, else a key could be altered and still verify. */
    private static boolean isCanonical(String compact) throws JoseException {
        try {
            for (String part : compact.split("\\.", 3)) {
                byte[] bytes = Base64.getUrlDecoder().decode(part);
                if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
                    return false;
                }
            }
            return true;
        } catch (IllegalArgumentException e) {
            throw new JoseException("not Base64", e);
        }
    }

    /** @return a key over claims that {@link LicenseClaims} can read */
    static String sign(byte[] claims, PrivateKey vendor) throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setHeader("typ", "JWT");
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        jws.setPayloadBytes(claims);
        jws.setKey(vendor);
        return jws.getCompactSerialization();
    }
}
