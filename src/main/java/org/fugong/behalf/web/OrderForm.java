package org.fugong.behalf.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;
import org.fugong.behalf.BehalfEntering;
import org.fugong.behalf.EntryChannel;
import org.fugong.enterprise.CreditCode;
import org.fugong.enterprise.IllegalCreditCode;
import org.fugong.enterprise.Industries;
import org.fugong.enterprise.KeyClass;
import org.fugong.enterprise.Particulars;
import org.fugong.enterprise.Phone;
import org.fugong.enterprise.Place;
import org.fugong.enterprise.Profile;
import org.fugong.enterprise.SizeClasses;
import org.fugong.filing.FilingKind;
import org.fugong.web.Line;
import org.fugong.web.Required;
import org.fugong.web.Typed;
import org.springframework.validation.BindingResult;

/** Who is to be filed for, and how it was told, as typed. */
record OrderForm(@Required @Line(max = 20) String kind, @Required @Line(max = 10) String channel, @Line(max = 50) String spokenWith,
        @Required @Line(max = 60) String creditCode, @Required @Line(max = 100) String name,
        @Required @Line(max = 50) String legalRepresentative, @Required @Line(max = 50) String contact,
        @Required @Line(max = 40) String phone, @Required @Line(max = 200) String registeredAddress,
        @Required @Line(max = 2) String industry, @Required @Line(max = 20) String staff, @Line(max = 20) String revenue,
        @Line(max = 20) String assets, @Line(max = 100) String site, @Line(max = 200) String address) {

    private static final int MOST_PEOPLE = 9_999_999;
    private static final double MOST_MONEY = 1e10;

    static final OrderForm EMPTY = new OrderForm(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    void check(BindingResult binding, Industries industries) {
        var way = chosen(EntryChannel.values(), channel);
        var what = chosen(FilingKind.values(), kind);
        if (!binding.hasFieldErrors("kind") && what.isEmpty()) {
            binding.rejectValue("kind", "behalfOrder.kind.unknown");
        }
        if (!binding.hasFieldErrors("channel") && (way.isEmpty() || what.isPresent() && !way.get().serves(what.get()))) {
            binding.rejectValue("channel", "behalfOrder.channel.paper");
        }
        if (way.equals(Optional.of(EntryChannel.PHONE)) && Typed.isBlank(spokenWith)) {
            binding.rejectValue("spokenWith", "behalfOrder.spokenWith.needed");
        }
        if (!binding.hasFieldErrors("creditCode") && code().isEmpty()) {
            binding.rejectValue("creditCode", "behalfOrder.creditCode.wrong");
        }
        if (!binding.hasFieldErrors("phone") && Phone.of(phone).isEmpty()) {
            binding.rejectValue("phone", "phone.wrong");
        }
        if (!binding.hasFieldErrors("industry") && industries.division(industry).isEmpty()) {
            binding.rejectValue("industry", "behalfOrder.industry.unknown");
        }
        number(binding, "staff", staff, people().isPresent());
        number(binding, "revenue", revenue, money(revenue).isPresent());
        number(binding, "assets", assets, money(assets).isPresent());
        if (!binding.hasErrors()) {
            SizeClasses.standard().of(industry, people().orElse(null), money(revenue).orElse(null), money(assets).orElse(null)).missing()
                    .forEach(measure -> binding.rejectValue(measure.name().toLowerCase(), "behalfOrder.measure"));
        }
    }

    /** Only for a form without errors; the site is the place of business where nothing else is typed. */
    BehalfEntering.Order order(String county) {
        var place = new Place(Typed.isBlank(site) ? name.strip() : site.strip(),
                Typed.isBlank(address) ? registeredAddress.strip() : address.strip(), county, null, null);
        return new BehalfEntering.Order(code().orElseThrow(),
                new Particulars(name.strip(), legalRepresentative.strip(), contact.strip(), Phone.of(phone).orElseThrow()),
                new Profile(registeredAddress.strip(), industry, people().orElseThrow(), money(revenue).orElse(null),
                        money(assets).orElse(null), KeyClass.GENERAL),
                place, FilingKind.valueOf(kind), EntryChannel.valueOf(channel), Typed.isBlank(spokenWith) ? null : spokenWith.strip());
    }

    private Optional<CreditCode> code() {
        try {
            return Optional.of(CreditCode.of(creditCode));
        } catch (IllegalCreditCode e) {
            return Optional.empty();
        }
    }

    private Optional<Integer> people() {
        return Typed.whole(staff).filter(count -> count >= 0 && count <= MOST_PEOPLE);
    }

    private static Optional<BigDecimal> money(String typed) {
        return Typed.number(Typed.plain(typed)).filter(amount -> amount >= 0 && amount < MOST_MONEY)
                .map(amount -> BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP));
    }

    private static void number(BindingResult binding, String field, String typed, boolean understood) {
        if (!Typed.isBlank(typed) && !understood && !binding.hasFieldErrors(field)) {
            binding.rejectValue(field, "behalfOrder.number");
        }
    }

    private static <E extends Enum<E>> Optional<E> chosen(E[] values, String typed) {
        return Stream.of(values).filter(value -> value.name().equals(typed)).findFirst();
    }
}
