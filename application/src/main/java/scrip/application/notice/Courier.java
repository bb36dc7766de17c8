package scrip.application.notice;

import java.util.List;

/** Carries notices on one channel. */
public interface Courier {

    Channel channel();

    /** @return whom a notice is sent to, each at most 500 characters long */
    List<String> addresses(Posted posted);

    /** Sends and waits for what comes of it, some seconds at most. */
    Sent send(Delivery delivery);

    /** What came of a try; each says in a few words what the other side answered. */
    sealed interface Sent {

        record Arrived(String answer) implements Sent {}

        /** It may arrive another time. */
        record Failed(String why) implements Sent {}

        /** It never will. */
        record Refused(String why) implements Sent {}
    }
}
