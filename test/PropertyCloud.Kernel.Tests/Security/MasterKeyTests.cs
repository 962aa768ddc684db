using System.Xml.Linq;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Kernel.Tests.Security;

public sealed class MasterKeyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pc-keys").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private MasterKey Key(string folder) => new(new ConfigurationBuilder().AddInMemoryCollection([new("App:Data", Path.Combine(_folder, folder))]).Build());

    [Fact]
    public void Derive_SameFolder_IsTheSameKey() => Key("a").Derive("x").ShouldBe(Key("a").Derive("x"));

    [Fact]
    public void Derive_AnotherUseOrFile_IsAnotherKey()
    {
        Key("a").Derive("x").ShouldNotBe(Key("a").Derive("y"));
        Key("a").Derive("x").ShouldNotBe(Key("b").Derive("x"));
    }

    [Fact]
    public void Create_FileIsForItsOwnerOnly()
    {
        if (OperatingSystem.IsWindows()) return;
        Key("a").Derive("x");
        File.GetUnixFileMode(Path.Combine(_folder, "a", "master.key")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Encrypt_Decrypt_GivesTheElementBack_AndHidesIt()
    {
        var key = Key("a");
        var sealedKey = new MasterKeyEncryptor(key).Encrypt(new XElement("key", "secret"));
        sealedKey.EncryptedElement.ToString().ShouldNotContain("secret");
        var services = new ServiceCollection().AddSingleton(key).BuildServiceProvider();
        new MasterKeyDecryptor(services).Decrypt(sealedKey.EncryptedElement).Value.ShouldBe("secret");
    }

    [Fact]
    public void Decrypt_UnderAnotherMasterKey_Fails()
    {
        var sealedKey = new MasterKeyEncryptor(Key("a")).Encrypt(new XElement("key", "secret"));
        var services = new ServiceCollection().AddSingleton(Key("b")).BuildServiceProvider();
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => new MasterKeyDecryptor(services).Decrypt(sealedKey.EncryptedElement));
    }

    [Fact]
    public void KeyedHash_DependsOnPurposeAndKey()
    {
        var hash = new KeyedHash(Key("a"));
        hash.Of("link", "v").ShouldBe(hash.Of("link", "v"));
        hash.Of("link", "v").ShouldNotBe(hash.Of("card", "v"));
        hash.Of("link", "v").ShouldNotBe(new KeyedHash(Key("b")).Of("link", "v"));
    }
}
