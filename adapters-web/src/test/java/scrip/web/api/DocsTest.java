package scrip.web.api;

import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DocsTest extends ApiTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    @Test
    void the_contract_names_every_method_of_every_path_and_no_other(
            @org.springframework.beans.factory.annotation.Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        Set<String> built = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues().stream()
                .filter(path -> path.startsWith(V1) || path.startsWith("/webhooks"))
                .forEach(path -> mapping.getMethodsCondition().getMethods()
                        .forEach(method -> built.add(method.name().toLowerCase(java.util.Locale.ROOT) + " " + path))));

        JsonNode document = nobody().get("/v3/api-docs").json();
        Set<String> told = new TreeSet<>();
        document.get("paths").properties().forEach(path -> path.getValue().propertyNames().stream()
                .filter(METHODS::contains)
                .forEach(
                        method -> told.add(method + " " + (path.getValue().has("servers") ? "" : V1) + path.getKey())));

        assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
        assertThat(told).isEqualTo(built).hasSizeGreaterThan(25);
    }

    @Test
    void every_reference_of_the_contract_leads_somewhere() {
        JsonNode document = nobody().get("/v3/api-docs").json();

        assertThat(document.findValues("$ref")).isNotEmpty()
                .allSatisfy(ref -> assertThat(document.at(ref.asString().substring(1)).isMissingNode()).isFalse());
    }

    @Test
    void the_page_to_try_it_runs_no_script_but_its_own() {
        var page = nobody().get("/docs");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'").doesNotContain("unsafe");
        assertThat(page.response().body()).contains("swagger-ui-bundle.js").doesNotContain("<style", "onload");
        assertThat(nobody().get("/docs/docs.js").status()).isEqualTo(200);
        assertThat(nobody().get("/webjars/swagger-ui/swagger-ui-bundle.js").status()).isEqualTo(200);
        assertThat(nobody().get("/webjars/swagger-ui/swagger-ui.css").status()).isEqualTo(200);
    }
}
