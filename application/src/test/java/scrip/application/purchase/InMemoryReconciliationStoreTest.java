package scrip.application.purchase;

class InMemoryReconciliationStoreTest extends ReconciliationStoreContract {

    @Override
    protected ReconciliationStore freshStore() {
        return new InMemoryReconciliationStore();
    }
}
