package scrip.web.demo;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import scrip.web.api.embed.EmbedTokens;
import scrip.web.place.PublicAddress;

/**
 * A site of somebody else that shows credits on its own pages: opened by another name than Scrip's, it is another origin
 * to the browser. What its server does here, a real one does with {@code POST /api/v1/embed-tokens}.
 */
@Controller
class DemoHostController {

    private final EmbedTokens tokens;
    private final PublicAddress address;
    private final Cast.Company company;

    DemoHostController(EmbedTokens tokens, PublicAddress address, Cast.Company company) {
        this.tokens = tokens;
        this.address = address;
        this.company = company;
    }

    @GetMapping("/embed/demo")
    String page(HttpServletRequest request, HttpServletResponse response, Model model) {
        String scrip = address.ownOrigin();
        String here = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        response.setHeader("Content-Security-Policy", "default-src 'self'; script-src 'self' " + scrip
                + "; connect-src 'self' " + scrip + "; object-src 'none'; base-uri 'none'; frame-ancestors 'none'");
        model.addAttribute("scrip", scrip);
        model.addAttribute("foreignUrl",
                here.equals(scrip) ? here.replace("//localhost", "//127.0.0.1") + "/embed/demo" : null);
        return "demo-host";
    }

    /** The person who is signed in to the host's site is the admin. */
    @GetMapping("/embed/demo/token")
    @ResponseBody
    Map<String, String> token() {
        return tokens.make(company.key().id(), company.admin().email()).flatMap(tokens::seal)
                .map(token -> Map.of("token", token))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
