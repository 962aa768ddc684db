using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PropertyCloud.Kernel.Security;

/// <summary>The one secret outside the database: 32 bytes in a file beside the data (<c>App:MasterKeyFile</c>), made at the first
/// start. Without it sessions end and what was encrypted cannot be read; see etc/adr/0004-keys.md.</summary>
internal sealed class MasterKey
{
    private const int Length = 32;
    private readonly Lazy<byte[]> _bytes;

    public MasterKey(IConfiguration configuration)
    {
        var file = configuration["App:MasterKeyFile"] ?? Path.Combine(configuration["App:Data"] ?? "App_Data", "master.key");
        _bytes = new(() => ReadOrCreate(file));
    }

    /// <summary>A key for one use, so that no two uses share bytes.</summary>
    public byte[] Derive(string use) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _bytes.Value, Length, info: Encoding.UTF8.GetBytes(use));

    private static byte[] ReadOrCreate(string file)
    {
        if (!File.Exists(file)) Create(file);
        var bytes = Convert.FromBase64String(File.ReadAllText(file).Trim());
        return bytes.Length == Length ? bytes : throw new InvalidOperationException($"The master key in {file} is broken: {Length} bytes are expected. Restore it from the backup.");
    }

    private static void Create(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var stream = new FileStream(file, options);
            stream.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length))));
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another host of the same folder was first.
        }
    }
}

/// <summary>Hashes with a secret, for values that are looked up but never shown (tokens, phones in limits).</summary>
public interface IKeyedHash
{
    /// <summary>64 hexadecimal digits; the same value under another purpose gives another hash.</summary>
    string Of(string purpose, string value);
}

internal sealed class KeyedHash(MasterKey master) : IKeyedHash
{
    private readonly Lazy<byte[]> _key = new(() => master.Derive("keyed-hash"));

    public string Of(string purpose, string value) => Convert.ToHexString(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes($"{purpose}\n{value}")));
}

/// <summary>Keys of the key ring lie in the database only under the master key.</summary>
internal sealed class MasterKeyEncryptor(MasterKey master) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var sealedBytes = new byte[MasterKeyDecryptor.NonceLength + plain.Length + MasterKeyDecryptor.TagLength];
        var nonce = sealedBytes.AsSpan(0, MasterKeyDecryptor.NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(master.Derive(MasterKeyDecryptor.Use), MasterKeyDecryptor.TagLength);
        cipher.Encrypt(nonce, plain, sealedBytes.AsSpan(MasterKeyDecryptor.NonceLength, plain.Length), sealedBytes.AsSpan(MasterKeyDecryptor.NonceLength + plain.Length));
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(sealedBytes)), typeof(MasterKeyDecryptor));
    }
}

/// <summary>Made by the framework from the name that the sealed key carries.</summary>
internal sealed class MasterKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public const int NonceLength = 12;
    public const int TagLength = 16;
    public const string Use = "key-ring";

    public XElement Decrypt(XElement encryptedElement)
    {
        var bytes = Convert.FromBase64String(encryptedElement.Value).AsSpan();
        var plain = new byte[bytes.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(services.GetRequiredService<MasterKey>().Derive(Use), TagLength);
        cipher.Decrypt(bytes[..NonceLength], bytes[NonceLength..^TagLength], bytes[^TagLength..], plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
