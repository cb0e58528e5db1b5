package io.genjin.staff.web;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.web.Answers;
import io.genjin.staff.ApiTokens;
import io.genjin.staff.Role;
import io.genjin.staff.SignInDesk;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How a system comes in: a token for name, password and, where there is one, the second factor, and whose token it is. */
@RestController
class TokenApi {

    record NewToken(
            @NotBlank(message = "field.required") @Size(max = 100, message = "field.unreadable") @Nullable
            String username,

            @NotBlank(message = "field.required") @Size(max = 200, message = "field.unreadable") @Nullable
            String password,

            @Size(max = 40, message = "field.unreadable") @Nullable
            String code) {}

    record Token(String token, OffsetDateTime expiresAt) {}

    record DealershipView(String code, String name, String zone) {}

    record Me(String username, String name, List<Role> roles, DealershipView dealership) {}

    private final SignInDesk desk;
    private final SignInGuard guard;
    private final Turnstile turnstile;
    private final ApiTokens tokens;
    private final Dealerships dealerships;
    private final Doorstep doorstep;

    TokenApi(
            SignInDesk desk,
            SignInGuard guard,
            Turnstile turnstile,
            ApiTokens tokens,
            Dealerships dealerships,
            Doorstep doorstep) {
        this.desk = desk;
        this.guard = guard;
        this.turnstile = turnstile;
        this.tokens = tokens;
        this.dealerships = dealerships;
        this.doorstep = doorstep;
    }

    @PostMapping("/api/v1/tokens")
    @Answers(value = Token.class, status = 201)
    ResponseEntity<Token> token(@Valid @RequestBody NewToken body, HttpServletRequest request) {
        String address = request.getRemoteAddr();
        guard.check(address);
        SignInDesk.Outcome outcome =
                desk.signIn(Objects.requireNonNull(body.username()), Objects.requireNonNull(body.password()), address);
        StaffMember waiting = outcome.waiting();
        if (waiting != null) {
            String code = body.code();
            if (code == null || code.isBlank()) {
                throw new CodeMissing();
            }
            outcome = desk.prove(waiting.dealership(), waiting.id(), code, address);
        }
        StaffMember member = outcome.member();
        if (member == null) {
            guard.failed(address);
            throw new WrongSignIn(outcome.locked());
        }
        if (doorstep.owedBy(member).stops()) {
            throw new SignInOnThePage();
        }
        turnstile.pass(Limit.TOKENS, member.id().toString());
        ApiTokens.Issued issued = tokens.issue(member, "api", ApiTokens.LIFE);
        Dealership dealership = dealerships.get(member.dealership());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new Token(
                        issued.token(),
                        issued.expiresAt().atZone(dealership.zone()).toOffsetDateTime()));
    }

    @GetMapping("/api/v1/me")
    Me me(StaffMember me) {
        Dealership dealership = dealerships.get(me.dealership());
        return new Me(
                me.username(),
                me.name(),
                me.roles().stream().sorted().toList(),
                new DealershipView(
                        dealership.code(), dealership.name(), dealership.zone().getId()));
    }
}
