package scrip.web.builder;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A conversation with the assistant, oldest first; only the latest prompts are kept. */
record Chat(List<ChatTurn> turns) implements Serializable {

    static final Chat EMPTY = new Chat(List.of());

    private static final int MOST_TURNS = 20;

    Chat {
        turns = List.copyOf(turns.subList(Math.max(0, turns.size() - MOST_TURNS), turns.size()));
    }

    Chat plus(ChatTurn turn) {
        List<ChatTurn> more = new ArrayList<>(turns);
        more.add(turn);
        return new Chat(more);
    }

    /** @return this chat with a turn in the place of the one it came from */
    Chat with(UUID id, ChatTurn changed) {
        return new Chat(turns.stream().map(turn -> turn.id().equals(id) ? changed : turn).toList());
    }

    Optional<ChatTurn> turn(String id) {
        return turns.stream().filter(turn -> turn.id().toString().equals(id)).findFirst();
    }

    /** @return whether an estimate or a run is open, so that nothing else can be asked */
    boolean isBusy() {
        return turns.stream().anyMatch(ChatTurn::isOpen);
    }
}
