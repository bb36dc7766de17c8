package scrip.application.license;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import scrip.application.pool.Answer;
import scrip.application.pool.Ask;
import scrip.application.pool.Deed;
import scrip.application.pool.Desk;
import scrip.application.pool.Wants;
import scrip.domain.license.License;
import scrip.domain.pool.Command;
import scrip.domain.pool.PoolId;

/** Rule 7: a self-hosted instance gets its license as a signed key. */
public final class LicenseKeys {

    private static final Answer NONE = new Answer(0, "");

    private final Desk desk;
    private final InstanceStore instances;
    private final KeyReader reader;
    private final boolean selfHosted;

    public LicenseKeys(Desk desk, InstanceStore instances, KeyReader reader, boolean selfHosted) {
        this.desk = desk;
        this.instances = instances;
        this.reader = reader;
        this.selfHosted = selfHosted;
    }

    /** @return whether licenses come as keys here */
    public boolean isSelfHosted() {
        return selfHosted;
    }

    /** @return what the vendor has to make keys for */
    public String instance() {
        return instances.idOr(UUID.randomUUID().toString());
    }

    /**
     * Enters the license of a key that stands the test, as {@link Command.EnterLicense} does.
     *
     * @param pool
     *            the instance's
     * @param key
     *            as somebody pasted it
     */
    public KeyReply update(PoolId pool, String key) {
        if (!selfHosted) {
            return new KeyReply.Refused(KeyRefusal.NOT_SELF_HOSTED);
        }
        return switch (reader.read(key)) {
            case KeyReader.Reading.Unusable unusable -> new KeyReply.Refused(unusable.reason());
            case KeyReader.Reading.Signed signed when !signed.instances().contains(instance()) ->
                    new KeyReply.Refused(KeyRefusal.WRONG_INSTANCE);
            case KeyReader.Reading.Signed signed -> enter(pool, signed.license());
        };
    }

    /** Whether it has ended is decided in the turn that enters it, so that no ended license drives out another. */
    private KeyReply enter(PoolId pool, License license) {
        AtomicReference<KeyReply> reply = new AtomicReference<>(new KeyReply.Refused(KeyRefusal.ENDED));
        desk.ask(Ask.unkeyed(pool, Wants.NOTHING, (turn, _) -> {
            if (license.isOverAt(turn.pool().asOf())) {
                reply.set(new KeyReply.Refused(KeyRefusal.ENDED));
            } else {
                turn.decide(new Command.EnterLicense(license));
                reply.set(new KeyReply.Taken(license));
            }
            return Deed.Outcome.notKept(NONE);
        }));
        return reply.get();
    }
}
