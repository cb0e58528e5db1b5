package io.genjin.prospect;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the paper form BG-MⅢ-07 holds about the person and their wish (domain 3.1), apart from grade, next step and
 * sign-off. Collect only what is needed: everything but the name and one number may stay empty.
 */
public record CardContent(
        String customerName,
        CustomerType customerType,
        @Nullable Gender gender,
        String mobile,
        @Nullable String phone,
        @Nullable String wechat,
        @Nullable String email,
        @Nullable String address,
        @Nullable ContactWay preferredContactWay,
        @Nullable ContactTime preferredContactTime,
        @Nullable String ageBand,
        @Nullable String occupation,
        @Nullable String industry,
        @Nullable String familyStructure,
        @Nullable String hobby,
        @Nullable String incomeBand,
        Source source,
        @Nullable String sourceDetail,
        @Nullable MediaChannel mediaChannel,
        @Nullable LocalDate expectedPurchaseDate,
        @Nullable PurchaseBand expectedPurchaseBand,
        List<String> intentModels,
        @Nullable PurchaseType purchaseType,
        @Nullable Purpose purpose,
        @Nullable BigDecimal budget,
        @Nullable PaymentWay paymentWay,
        @Nullable String decisionMaker,
        @Nullable String user,
        List<String> competitors,
        @Nullable String currentCar,
        @Nullable Boolean tradeIn,
        @Nullable String remark) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_REMARK = 2000;
    private static final int MOST_MODELS = 10;
    private static final BigDecimal LARGEST_BUDGET = new BigDecimal("9999999999.99");

    public enum CustomerType {
        INDIVIDUAL,
        COMPANY
    }

    public enum Gender {
        MALE,
        FEMALE,
        UNKNOWN
    }

    public enum ContactWay {
        PHONE,
        SMS,
        WECHAT,
        EMAIL,
        VISIT
    }

    public enum ContactTime {
        MORNING,
        NOON,
        AFTERNOON,
        EVENING
    }

    public enum MediaChannel {
        OUTDOOR,
        TV,
        RADIO,
        NEWSPAPER,
        MAGAZINE,
        WEBSITE,
        SMS,
        FRIEND,
        EVENT,
        OTHER
    }

    public enum PurchaseType {
        FIRST,
        REPLACE,
        ADDITIONAL
    }

    public enum Purpose {
        PRIVATE,
        BUSINESS,
        TAXI_HIRE,
        COMPANY_CAR,
        GIFT,
        OTHER
    }

    public enum PaymentWay {
        CASH_FULL,
        LOAN,
        LEASE
    }

    public CardContent {
        intentModels = List.copyOf(intentModels);
        competitors = List.copyOf(competitors);
    }

    /** As little as a lead says of a customer. */
    public static CardContent of(
            String customerName,
            String mobile,
            Source source,
            @Nullable String sourceDetail,
            List<String> intentModels,
            @Nullable String remark) {
        return new CardContent(
                customerName,
                CustomerType.INDIVIDUAL,
                null,
                mobile,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                source,
                sourceDetail,
                null,
                null,
                null,
                intentModels,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                remark);
    }

    /** The mobile as a number; call only on {@link #checked} content. */
    public PhoneNumber number() {
        return new PhoneNumber(mobile);
    }

    /** The same content with another number, as a form that showed it masked sends it back. */
    public CardContent withMobile(String other) {
        return new CardContent(
                customerName,
                customerType,
                gender,
                other,
                phone,
                wechat,
                email,
                address,
                preferredContactWay,
                preferredContactTime,
                ageBand,
                occupation,
                industry,
                familyStructure,
                hobby,
                incomeBand,
                source,
                sourceDetail,
                mediaChannel,
                expectedPurchaseDate,
                expectedPurchaseBand,
                intentModels,
                purchaseType,
                purpose,
                budget,
                paymentWay,
                decisionMaker,
                user,
                competitors,
                currentCar,
                tradeIn,
                remark);
    }

    /** This card with what {@code fresh} says anew; where it says nothing, and for the source, the old stays. */
    CardContent renewedBy(CardContent fresh) {
        return new CardContent(
                fresh.customerName,
                fresh.customerType,
                or(fresh.gender, gender),
                fresh.mobile,
                or(fresh.phone, phone),
                or(fresh.wechat, wechat),
                or(fresh.email, email),
                or(fresh.address, address),
                or(fresh.preferredContactWay, preferredContactWay),
                or(fresh.preferredContactTime, preferredContactTime),
                or(fresh.ageBand, ageBand),
                or(fresh.occupation, occupation),
                or(fresh.industry, industry),
                or(fresh.familyStructure, familyStructure),
                or(fresh.hobby, hobby),
                or(fresh.incomeBand, incomeBand),
                source,
                sourceDetail,
                or(fresh.mediaChannel, mediaChannel),
                or(fresh.expectedPurchaseDate, expectedPurchaseDate),
                or(fresh.expectedPurchaseBand, expectedPurchaseBand),
                fresh.intentModels.isEmpty() ? intentModels : fresh.intentModels,
                or(fresh.purchaseType, purchaseType),
                or(fresh.purpose, purpose),
                or(fresh.budget, budget),
                or(fresh.paymentWay, paymentWay),
                or(fresh.decisionMaker, decisionMaker),
                or(fresh.user, user),
                fresh.competitors.isEmpty() ? competitors : fresh.competitors,
                or(fresh.currentCar, currentCar),
                or(fresh.tradeIn, tradeIn),
                or(fresh.remark, remark));
    }

    private static <T> @Nullable T or(@Nullable T fresh, @Nullable T old) {
        return fresh == null ? old : fresh;
    }

    /** The model that stands first, which lists and reports show. */
    public @Nullable String mainModel() {
        return intentModels.isEmpty() ? null : intentModels.get(0);
    }

    /** The expected time of purchase as a band, from the band or else from the date. */
    public @Nullable PurchaseBand band(LocalDate today) {
        if (expectedPurchaseBand != null || expectedPurchaseDate == null) {
            return expectedPurchaseBand;
        }
        return PurchaseBand.within(expectedPurchaseDate.toEpochDay() - today.toEpochDay());
    }

    /**
     * The same content cleaned of control marks and blanks.
     *
     * @throws FieldsRefused naming each field that is missing or breaks its rule, all at once
     */
    public CardContent checked() {
        List<Field> wrong = new ArrayList<>();
        String name = PlainText.line(customerName, LONGEST_NAME, "customerName", wrong);
        if (name == null) {
            wrong.add(Field.of("customerName", "field.required"));
        }
        PhoneNumber number = number("mobile", mobile, wrong);
        if (mobile.isBlank()) {
            wrong.add(Field.of("mobile", "field.required"));
        }
        PhoneNumber second = phone == null ? null : number("phone", phone, wrong);
        String detail = PlainText.line(sourceDetail, LONGEST_LINE, "sourceDetail", wrong);
        if (source.needsDetail() && detail == null) {
            wrong.add(Field.of("sourceDetail", "field.sourceDetail." + source.name()));
        }
        String mail = PlainText.line(email, LONGEST_LINE, "email", wrong);
        if (mail != null && !mail.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            wrong.add(Field.of("email", "field.email"));
        }
        if (budget != null && (budget.signum() < 0 || budget.scale() > 2 || budget.compareTo(LARGEST_BUDGET) > 0)) {
            wrong.add(Field.of("budget", "field.money"));
        }
        CardContent clean = new CardContent(
                name == null ? "" : name,
                customerType,
                gender,
                number == null ? mobile : number.normalised(),
                second == null ? null : second.normalised(),
                PlainText.line(wechat, LONGEST_LINE, "wechat", wrong),
                mail,
                PlainText.line(address, LONGEST_LINE, "address", wrong),
                preferredContactWay,
                preferredContactTime,
                PlainText.line(ageBand, LONGEST_LINE, "ageBand", wrong),
                PlainText.line(occupation, LONGEST_LINE, "occupation", wrong),
                PlainText.line(industry, LONGEST_LINE, "industry", wrong),
                PlainText.line(familyStructure, LONGEST_LINE, "familyStructure", wrong),
                PlainText.line(hobby, LONGEST_LINE, "hobby", wrong),
                PlainText.line(incomeBand, LONGEST_LINE, "incomeBand", wrong),
                source,
                detail,
                mediaChannel,
                expectedPurchaseDate,
                expectedPurchaseBand,
                PlainText.lines(intentModels, MOST_MODELS, LONGEST_LINE, "intentModels", wrong),
                purchaseType,
                purpose,
                budget,
                paymentWay,
                PlainText.line(decisionMaker, LONGEST_LINE, "decisionMaker", wrong),
                PlainText.line(user, LONGEST_LINE, "user", wrong),
                PlainText.lines(competitors, MOST_MODELS, LONGEST_LINE, "competitors", wrong),
                PlainText.line(currentCar, LONGEST_LINE, "currentCar", wrong),
                tradeIn,
                PlainText.text(remark, LONGEST_REMARK, "remark", wrong));
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return clean;
    }

    private static @Nullable PhoneNumber number(String field, String written, List<Field> wrong) {
        if (written.isBlank()) {
            return null;
        }
        PhoneNumber number = PhoneNumber.parse(written).orElse(null);
        if (number == null || field.equals("mobile") && !number.isMobile()) {
            wrong.add(Field.of(field, "field." + field));
        }
        return number;
    }
}
