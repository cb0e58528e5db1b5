package io.genjin.staff.web;

import io.genjin.dealership.Dealerships;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Asks the matrix before every handler; a route that the matrix does not know answers nobody (S-R20, S-R28). */
@Component
class RightsInterceptor implements HandlerInterceptor {

    private final Rights rights;
    private final Door door;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    RightsInterceptor(Rights rights, Door door, StaffDirectory staff, Dealerships dealerships, Clock clock) {
        this.rights = rights;
        this.door = door;
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (!(handler instanceof HandlerMethod)) {
            return true;
        }
        String operation = rights.operationOf(method(request), pattern(request)).orElse("");
        if (operation.equals(Rights.PUBLIC)) {
            return true;
        }
        StaffMember member = (StaffMember) request.getAttribute(StaffFilter.MEMBER);
        if (member == null) {
            door.turnAway(request, response);
            return false;
        }
        if (!rights.allows(member, operation)) {
            throw new NotYourDuty();
        }
        if (TakesOut.is(pattern(request)) && isLeaving(member)) {
            throw new NoticeGiven();
        }
        return true;
    }

    private boolean isLeaving(StaffMember member) {
        return staff.hasGivenNotice(
                member.dealership(),
                member.id(),
                dealerships.get(member.dealership()).today(clock));
    }

    private static String method(HttpServletRequest request) {
        return request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    }

    private static String pattern(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }
}
