using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Butler.Duty;

/// <summary>Who can answer residents: has clusters, stands in, or is on the duty list.</summary>
internal static class DutyStaff
{
    public static bool Answers(StaffSummary person) => person.Roles.Any(r => r is SeededRoles.Butler or SeededRoles.Supervisor or SeededRoles.FrontDesk);
}
