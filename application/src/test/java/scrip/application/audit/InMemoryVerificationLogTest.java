package scrip.application.audit;

class InMemoryVerificationLogTest extends VerificationLogContract {

    @Override
    protected VerificationLog emptyLog() {
        return new InMemoryVerificationLog();
    }
}
