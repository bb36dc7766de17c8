package scrip.application.license;

import java.util.Set;

import scrip.domain.license.License;

/** Reads license keys offline: nothing of a key counts until its signature is verified. */
public interface KeyReader {

    /** @param key as somebody pasted it */
    Reading read(String key);

    /** What a key says. */
    sealed interface Reading {

        /**
         * The vendor has signed this.
         *
         * @param instances
         *            ids of those that it is for
         */
        record Signed(String vendor, Set<String> instances, License license) implements Reading {}

        /** It is not to be trusted, or not to be read. */
        record Unusable(KeyRefusal reason) implements Reading {}
    }
}
