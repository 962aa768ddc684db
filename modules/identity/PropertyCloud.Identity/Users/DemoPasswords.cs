using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Hosting;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Identity.Users;

/// <summary>Passwords that are given and not chosen: for demonstrations and tests only, refused in production.</summary>
internal sealed class DemoPasswords(IPasswordHasher<User> hasher, IHostEnvironment environment)
{
    // One password for all people of a demonstration: hashed once, not a hundred times.
    private static readonly ConcurrentDictionary<string, string> Hashes = new(StringComparer.Ordinal);

    public string Hash(string password)
    {
        if (environment.IsProduction()) throw new DomainException("identity.demo-in-production", "正式环境不能用演示密码，请用一次性链接");
        if (PasswordPolicy.Refuses(password, User.Nobody) is { } problem) throw problem;
        return Hashes.GetOrAdd(password, p => hasher.HashPassword(User.Nobody, p));
    }
}
