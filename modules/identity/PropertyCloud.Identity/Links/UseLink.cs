using Microsoft.AspNetCore.Identity;
using PropertyCloud.Identity.Accounts;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Identity.Links;

internal sealed record UseLinkRequest(string Token, string? NewPassword, string? Repeat);

/// <summary>Uses a link up: staff set their password with it; a resident may set one. Of two uses at once one succeeds.</summary>
internal sealed class UseLink(FindLink find, IdentityDbContext db, IPasswordHasher<User> hasher, TimeProvider clock) : IUseCase
{
    public async Task<SessionOf> HandleAsync(UseLinkRequest request, CancellationToken cancellation)
    {
        var found = await find.HandleAsync(request.Token, cancellation);
        var wantsPassword = found.NeedsPassword || !string.IsNullOrEmpty(request.NewPassword) || !string.IsNullOrEmpty(request.Repeat);
        if (wantsPassword)
        {
            if (PasswordPolicy.Refuses(request.NewPassword, found.User) is { } problem) throw problem;
            if (request.NewPassword != request.Repeat) throw NewPasswords.Differ();
            found.User.SetPassword(hasher.HashPassword(found.User, request.NewPassword!));
        }

        var now = clock.Now();
        found.Link.Use(now);
        found.User.SignedIn(now);
        db.Audit("identity.link-used", found.User.Id, details: new { passwordSet = wantsPassword });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DomainException lost) when (lost.Code == "kernel.changed-meanwhile")
        {
            throw OneTimeLink.Gone();
        }

        return SessionOf.User(found.User);
    }
}
