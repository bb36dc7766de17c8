package scrip.application.license;

class InMemoryInstanceStoreTest extends InstanceStoreContract {

    private final InMemoryInstanceStore store = new InMemoryInstanceStore();

    @Override
    protected InstanceStore store() {
        return store;
    }
}
