package scrip.domain.license;

/** How often a license is paid for; its credits renew monthly either way (rule 2). */
public enum BillingInterval {
    MONTHLY, ANNUAL
}
