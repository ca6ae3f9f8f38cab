package dev.sidetone.simulator.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /Accounts/{sid}/IncomingPhoneNumbers}: what may be asked of the account's numbers. For any thread. */
final class NumbersResource {
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    private final NumberBook numbers;
    private final String accountSid;

    NumbersResource(NumberBook numbers, String accountSid) {
        this.numbers = numbers;
        this.accountSid = accountSid;
    }

    /** The list, or a new number. */
    Reply all(Asked asked) throws Refusal {
        if (asked.isPost()) {
            return Reply.created(json(buy(asked.form())));
        }
        if (!asked.isGet()) {
            throw Refusal.method();
        }
        List<PhoneNumber> found = numbers.all().stream()
                .filter(number -> isWanted(number, asked.query()))
                .toList();
        return Reply.ok(Paging.of(found, asked, PhoneNumber::sid).list("incoming_phone_numbers", this::json));
    }

    /** One number. */
    Reply one(Asked asked, String sid) throws Refusal {
        PhoneNumber number = numbers.find(sid);
        if (number == null) {
            throw Refusal.notFound(asked.fullPath());
        }
        if (asked.isDelete()) {
            numbers.release(sid);
            return Reply.gone();
        }
        if (asked.isPost()) {
            return Reply.ok(json(numbers.put(set(number, asked.form()))));
        }
        if (!asked.isGet()) {
            throw Refusal.method();
        }
        return Reply.ok(json(number));
    }

    private PhoneNumber buy(Form form) throws Refusal {
        String wanted = form.get("PhoneNumber").orElse("");
        if (!E164.matcher(wanted).matches()) {
            throw Refusal.of(21421, "PhoneNumber is invalid: " + wanted);
        }
        return numbers.put(set(numbers.buy(wanted), form));
    }

    private static PhoneNumber set(PhoneNumber number, Form form) {
        PhoneNumber changed = number;
        for (String name : PhoneNumber.SETTINGS) {
            Optional<String> value = form.given(name);
            if (value.isPresent()) {
                changed = changed.with(name, value.get());
            }
        }
        return changed;
    }

    /** A part of a number finds it, as does one with {@code *} for any digit. */
    private static boolean isWanted(PhoneNumber number, Form query) {
        String digits = query.get("PhoneNumber").orElse("");
        String pattern = ".*" + Pattern.quote(digits).replace("*", "\\E.\\Q") + ".*";
        return number.number().matches(pattern)
                && query.get("FriendlyName")
                        .map(name -> name.equals(number.get("FriendlyName", "")))
                        .orElse(true)
                && !query.get("Beta").orElse("false").equals("true");
    }

    private ObjectNode json(PhoneNumber number) {
        return NumberJson.write(number, accountSid);
    }
}
