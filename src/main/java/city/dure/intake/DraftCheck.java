package city.dure.intake;

import city.dure.applications.Applications;
import city.dure.applications.BusinessNumber;
import city.dure.merchants.MerchantId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.validation.Errors;
import org.springframework.validation.SmartValidator;

/** Says what is still wrong with an application that is being written. */
@Component
class DraftCheck {
    private final Choices choices;
    private final Applications applications;
    private final SmartValidator validator;

    DraftCheck(Choices choices, Applications applications, SmartValidator validator) {
        this.choices = choices;
        this.applications = applications;
        this.validator = validator;
    }

    /** Checks of the step about the shop what its annotations cannot say. */
    void shop(ShopForm form, @Nullable MerchantId claimed, Errors errors) {
        form.checkNumber(errors);
        String category = form.category();
        if (category != null && !category.isBlank() && choices.barred(category.strip())) {
            errors.rejectValue("category", "intake.shop.category.barred");
        }
        String district = form.district();
        if (district != null && !district.isBlank() && !choices.hasDistrict(district.strip())) {
            errors.rejectValue("district", "intake.shop.district.missing");
        }
        if (!errors.hasErrors()) {
            var number = BusinessNumber.read(String.valueOf(form.businessNumber())).orElseThrow();
            applications
                    .obstacle(claimed, number)
                    .ifPresent(taken -> errors.rejectValue("businessNumber", taken.messageKey()));
        }
    }

    /** The first step with something wrong or missing; null when it can be sent in. */
    @Nullable String incomplete(Draft draft) {
        var shop = ShopForm.of(draft.answers());
        var shopErrors = new BindException(shop, "form");
        validator.validate(shop, shopErrors);
        shop(shop, draft.answers().claimedShop(), shopErrors);
        if (shopErrors.hasErrors()) {
            return "shop";
        }
        var owner = OwnerForm.of(draft.answers());
        var ownerErrors = new BindException(owner, "form");
        validator.validate(owner, ownerErrors);
        owner.checkAccount(ownerErrors);
        if (ownerErrors.hasErrors()) {
            return "owner";
        }
        return draft.hasRegistration() ? null : "papers";
    }
}
