package scrip.web.builder;

import java.util.function.UnaryOperator;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import scrip.web.place.Frames;
import scrip.web.place.Paths;
import scrip.web.place.Visit;

/** The app builder with its AI chat: every step works as a plain form and, with htmx, in place. */
@Controller
@RequestMapping({Paths.BUILDER, Paths.WORKSPACE_BUILDER})
class BuilderController {

    private static final int LONGEST_PROMPT = 4_000;
    private static final String HTMX = "HX-Request";
    private static final String CHAT = "builder :: chat-refresh";

    private final Frames frames;
    private final BuilderPages pages;
    private final Conversation conversation;

    BuilderController(Frames frames, BuilderPages pages, Conversation conversation) {
        this.frames = frames;
        this.pages = pages;
        this.conversation = conversation;
    }

    @GetMapping
    String show(Visit visit, HttpSession session, Model model) {
        return show(visit, change(visit, session, chat -> chat), BuilderPages.Draft.NONE, model);
    }

    /** The conversation as it is by now; who waits for a run asks for it again and again. */
    @GetMapping("/chat")
    String chat(Visit visit, HttpSession session, HttpServletResponse response, Model model) {
        Chat chat = change(visit, session, same -> same);
        if (!chat.isBusy()) {
            response.setHeader("HX-Trigger", "balance");
        }
        show(visit, chat, BuilderPages.Draft.NONE, model);
        return CHAT;
    }

    /** The credits of the popover as they are by now. */
    @GetMapping("/credits")
    String credits(Visit visit, HttpSession session, Model model) {
        show(visit, stored(visit, session), BuilderPages.Draft.NONE, model);
        return "builder :: credits-refresh";
    }

    @PostMapping("/chat")
    String ask(Visit visit, @RequestParam(defaultValue = "") String prompt,
            @RequestParam(defaultValue = "") String operation,
            @RequestHeader(name = HTMX, required = false) @Nullable String htmx, HttpSession session, Model model) {
        String refusal = prompt.isBlank() ? "empty" : prompt.length() > LONGEST_PROMPT ? "too_long" : null;
        if (refusal != null) {
            String kept = prompt.isBlank() ? "" : prompt.substring(0, LONGEST_PROMPT);
            String view = show(visit, stored(visit, session), new BuilderPages.Draft(kept, operation, refusal), model);
            return htmx == null ? view : CHAT;
        }
        Chat chat = change(visit, session,
                before -> before.isBusy() ? before : conversation.ask(visit, before, prompt.strip(), operation));
        return answer(visit, chat, new BuilderPages.Draft("", operation, null), htmx, model);
    }

    @PostMapping("/chat/{id}/{step:run|cancel|retry}")
    String step(Visit visit, @PathVariable String id, @PathVariable String step,
            @RequestHeader(name = HTMX, required = false) @Nullable String htmx, HttpSession session, Model model) {
        Chat chat = change(visit, session, before -> {
            ChatTurn turn = turn(before, id);
            return switch (step) {
                case "run" -> conversation.run(visit, before, turn);
                case "cancel" -> conversation.cancel(before, turn);
                default -> conversation.retry(before, turn);
            };
        });
        return answer(visit, chat, BuilderPages.Draft.NONE, htmx, model);
    }

    /** One message as it is by now. */
    @GetMapping("/chat/{id}")
    String entry(Visit visit, @PathVariable String id, HttpSession session, Model model) {
        model.addAttribute("entry", pages.entry(visit, turn(stored(visit, session), id)));
        model.addAttribute("id", "entry-" + id);
        return "fragments/chat :: entry";
    }

    /** Begins a new conversation; what runs is not forgotten. */
    @PostMapping("/chat/clear")
    String clear(Visit visit, HttpSession session) {
        change(visit, session, chat -> chat.isBusy() ? chat : Chat.EMPTY);
        return "redirect:" + visit.place().builder();
    }

    private String answer(Visit visit, Chat chat, BuilderPages.Draft draft, @Nullable String htmx, Model model) {
        if (htmx == null) {
            return "redirect:" + visit.place().builder();
        }
        show(visit, chat, draft, model);
        return CHAT;
    }

    private String show(Visit visit, Chat chat, BuilderPages.Draft draft, Model model) {
        model.addAttribute("frame", frames.of(visit, "builder"));
        model.addAttribute("page", pages.of(visit, chat, draft));
        return "builder";
    }

    private static ChatTurn turn(Chat chat, String id) {
        return chat.turn(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Chat change(Visit visit, HttpSession session, UnaryOperator<Chat> change) {
        Chat before = stored(visit, session);
        Chat after = change.apply(conversation.progress(visit, before));
        if (!after.equals(before)) {
            session.setAttribute(name(visit), after);
        }
        return after;
    }

    private static Chat stored(Visit visit, HttpSession session) {
        return session.getAttribute(name(visit)) instanceof Chat chat ? chat : Chat.EMPTY;
    }

    private static String name(Visit visit) {
        return "chat." + visit.pool().value();
    }
}
