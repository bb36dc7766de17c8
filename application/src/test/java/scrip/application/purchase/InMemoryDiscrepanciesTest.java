package scrip.application.purchase;

class InMemoryDiscrepanciesTest extends DiscrepanciesContract {

    @Override
    protected Discrepancies noDiscrepancies() {
        return new InMemoryDiscrepancies();
    }
}
