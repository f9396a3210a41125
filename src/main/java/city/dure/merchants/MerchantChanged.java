package city.dure.merchants;

/** The business stands elsewhere than the page showed: somebody decided meanwhile. */
public class MerchantChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient MerchantId merchant;
    private final MerchantStatus status;

    MerchantChanged(MerchantId merchant, MerchantStatus status) {
        super(merchant + " is " + status);
        this.merchant = merchant;
        this.status = status;
    }

    /** Which business. */
    public MerchantId merchant() {
        return merchant;
    }

    /** Where it stands now. */
    public MerchantStatus status() {
        return status;
    }
}
