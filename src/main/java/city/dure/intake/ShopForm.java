package city.dure.intake;

import city.dure.applications.BusinessNumber;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The step about the shop. */
record ShopForm(
        @Nullable String businessNumber,
        @NotBlank(message = "{intake.shop.name.missing}")
                @Size(max = 100, message = "{intake.shop.name.long}")
                @Nullable String name,
        @NotBlank(message = "{intake.shop.category.missing}") @Nullable String category,
        @NotBlank(message = "{intake.shop.district.missing}") @Nullable String district,
        @NotBlank(message = "{intake.shop.roadAddress.missing}")
                @Size(max = 200, message = "{intake.shop.roadAddress.long}")
                @Nullable String roadAddress,
        @Pattern(regexp = PHONE, message = "{intake.phone.wrong}") @Nullable String phone) {
    /** Korean numbers as people write them, also 1588-1234 and without an area code. */
    static final String PHONE = "\\s*|\\s*(\\+82[- ]?)?\\d{2,4}[-. )]?\\d{3,4}[-. ]?\\d{0,4}\\s*";

    static ShopForm of(Answers answers) {
        return new ShopForm(
                answers.businessNumber(),
                answers.name(),
                answers.category(),
                answers.district(),
                answers.roadAddress(),
                answers.phone());
    }

    void checkNumber(Errors errors) {
        String written = businessNumber == null ? "" : businessNumber;
        if (written.isBlank()) {
            errors.rejectValue("businessNumber", "intake.shop.businessNumber.missing");
        } else if (BusinessNumber.read(written).isEmpty()) {
            errors.rejectValue("businessNumber", "intake.shop.businessNumber.wrong");
        }
    }
}
