package scrip.application.purchase;

class InMemoryCustomerStoreTest extends CustomerStoreContract {

    @Override
    protected CustomerStore emptyStore() {
        return new InMemoryCustomerStore();
    }
}
