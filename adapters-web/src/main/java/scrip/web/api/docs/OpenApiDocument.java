package scrip.web.api.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import scrip.web.api.json.Json;

/**
 * The contract, written by hand as {@code openapi/api.yaml} so that it can be read before the code, and kept true to the
 * controllers by a test.
 */
final class OpenApiDocument {

    private static final String FILE = "/openapi/api.yaml";

    private OpenApiDocument() {}

    /** @return the document as JSON */
    static byte[] asJson() {
        try (InputStream file = OpenApiDocument.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("no " + FILE);
            }
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return Json.bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
