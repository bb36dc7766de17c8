package scrip.web.place;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What a page may load and where its forms may lead: its own, and the payment page, to which a browser holds a form's
 * redirect too.
 */
public final class ContentPolicy implements HeaderWriter {

    private static final String HEADER = "Content-Security-Policy";
    private static final String STRIPE = "https://checkout.stripe.com";

    private final PublicAddress address;

    public ContentPolicy(PublicAddress address) {
        this.address = address;
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HEADER)) {
            response.setHeader(HEADER,
                    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                            + " frame-ancestors 'none'; form-action 'self' " + STRIPE + " " + address.ownOrigin());
        }
    }
}
