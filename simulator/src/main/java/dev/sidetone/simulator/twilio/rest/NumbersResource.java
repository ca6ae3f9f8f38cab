package dev.sidetone.simulator.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /Accounts/{sid}/IncomingPhoneNumbers}: what may be asked of the account's numbers. For any thread. */
final class NumbersResource {
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    private final NumberStore numbers;
    private final String accountSid;

    NumbersResource(NumberStore numbers, String accountSid) {
        this.numbers = numbers;
        this.accountSid = accountSid;
    }

    /** The list, or a new number. */
    RestReply all(RestRequest asked) throws RestError {
        if (asked.isPost()) {
            return RestReply.created(json(buy(asked.form())));
        }
        if (!asked.isGet()) {
            throw RestError.method();
        }
        List<AccountNumber> found = numbers.all().stream()
                .filter(number -> isWanted(number, asked.query()))
                .toList();
        return RestReply.ok(Paging.of(found, asked, AccountNumber::sid).list("incoming_phone_numbers", this::json));
    }

    /** One number. */
    RestReply one(RestRequest asked, String sid) throws RestError {
        AccountNumber number = numbers.find(sid);
        if (number == null) {
            throw RestError.notFound(asked.fullPath());
        }
        if (asked.isDelete()) {
            numbers.release(sid);
            return RestReply.gone();
        }
        if (asked.isPost()) {
            return RestReply.ok(json(numbers.put(set(number, asked.form()))));
        }
        if (!asked.isGet()) {
            throw RestError.method();
        }
        return RestReply.ok(json(number));
    }

    private AccountNumber buy(FormFields form) throws RestError {
        String wanted = form.get("PhoneNumber").orElse("");
        if (!E164.matcher(wanted).matches()) {
            throw RestError.of(21421, "PhoneNumber is invalid: " + wanted);
        }
        return numbers.put(set(numbers.buy(wanted), form));
    }

    private static AccountNumber set(AccountNumber number, FormFields form) {
        AccountNumber changed = number;
        for (String name : AccountNumber.SETTINGS) {
            Optional<String> value = form.given(name);
            if (value.isPresent()) {
                changed = changed.with(name, value.get());
            }
        }
        return changed;
    }

    /** A part of a number finds it, as does one with {@code *} for any digit. */
    private static boolean isWanted(AccountNumber number, FormFields query) {
        String digits = query.get("PhoneNumber").orElse("");
        String pattern = ".*" + Pattern.quote(digits).replace("*", "\\E.\\Q") + ".*";
        return number.number().matches(pattern)
                && query.get("FriendlyName")
                        .map(name -> name.equals(number.get("FriendlyName", "")))
                        .orElse(true)
                && !query.get("Beta").orElse("false").equals("true");
    }

    private ObjectNode json(AccountNumber number) {
        return NumberJson.write(number, accountSid);
    }
}
