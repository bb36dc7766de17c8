package scrip.web.api.problem;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ProblemResolverTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private void resolve(Exception failure) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/balance");
        assertThat(new ProblemResolver().resolveException(request, response, null, failure)).isNotNull();
    }

    @Test
    void a_caller_who_has_gone_is_no_bug_and_gets_no_answer(CapturedOutput log) throws Exception {
        resolve(new AsyncRequestNotUsableException("Broken pipe", new IOException("Broken pipe")));

        assertThat(response.getContentAsString()).isEmpty();
        assertThat(log.getAll()).doesNotContain("Request failed");
    }

    @Test
    void a_bug_is_answered_with_the_id_that_it_is_logged_under(CapturedOutput log) throws Exception {
        resolve(new IllegalStateException("a bug"));

        assertThat(response.getStatus()).isEqualTo(500);
        String id = response.getContentAsString().replaceAll("(?s).*error ([0-9a-f]{16}).*", "$1");
        assertThat(log.getAll()).contains("Request failed, error " + id);
    }
}
