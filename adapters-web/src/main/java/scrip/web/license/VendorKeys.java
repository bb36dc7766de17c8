package scrip.web.license;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The Ed25519 keys of a vendor as text: PEM, or the Base64 in it alone. */
public final class VendorKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final String ARMOR = "-----[A-Z ]+-----";

    private VendorKeys() {}

    /**
     * @param text
     *            SubjectPublicKeyInfo, as {@code openssl pkey -pubout} and {@code license keygen} write it
     * @throws IllegalArgumentException
     *             if it is no Ed25519 public key
     */
    public static PublicKey publicKey(String text) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes(text)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("not an Ed25519 public key (PEM, or its Base64 alone)", e);
        }
    }

    /**
     * @param text
     *            PKCS #8 without a password, as {@code openssl genpkey -algorithm ED25519} and {@code license keygen}
     *            write it
     * @throws IllegalArgumentException
     *             if it is no Ed25519 private key
     */
    static PrivateKey privateKey(String text) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes(text)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("not an Ed25519 private key (PKCS #8 without a password)", e);
        }
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text.replaceAll(ARMOR, "").replaceAll("\\s", ""));
    }

    /** @return a private key as PEM */
    static String pem(PrivateKey key) {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    /** @return a public key as one line, for a setting */
    static String line(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }
}
