using System.Security.Cryptography;
using System.Text;

namespace PropertyCloud.Kernel.Modularity.Plugins;

/// <summary>One hash for a folder: a file that is changed, added, renamed or taken away changes it.</summary>
internal static class PluginHash
{
    /// <returns>64 lower-case hexadecimal digits.</returns>
    /// <exception cref="ModuleException">The folder holds a link: what it leads to could change unseen.</exception>
    public static string Of(string folder)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, path) in Files(folder))
        {
            all.AppendData(Encoding.UTF8.GetBytes(name));
            all.AppendData([0]);
            using var file = File.OpenRead(path);
            all.AppendData(SHA256.HashData(file));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    private static IEnumerable<(string Name, string Path)> Files(string folder)
    {
        var entries = new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }).ToList();
        if (entries.Find(e => e.LinkTarget is not null) is { } link) throw new ModuleException($"The plug-in folder '{folder}' holds a link, which is not allowed: {link.FullName}.");
        return entries.OfType<FileInfo>().Select(f => (Name: Path.GetRelativePath(folder, f.FullName).Replace('\\', '/'), Path: f.FullName)).OrderBy(f => f.Name, StringComparer.Ordinal);
    }
}
