using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;

namespace KaizenGate.Core.Tests.History;

/// <summary>
/// Commits a working tree as git does, but in this process: the two that git needs take most of the time of a small commit.
/// </summary>
/// <param name="folder">The working tree.</param>
internal sealed class SandboxCommit(string folder)
{
    private const string Reference = "ref: ";

    private static readonly string[] NeedsGit = [".git", ".gitignore", ".gitattributes", ".gitmodules"];

    /// <summary>What has no effect on a commit, or only the effect that is known here.</summary>
    private static readonly string[] Known =
    [
        "HEAD",
        "ORIG_HEAD",
        "COMMIT_EDITMSG",
        "config",
        "index",
        "kaizen",
        "logs",
        "objects",
        "refs",
        "worktrees",
    ];

    private readonly string git = Path.Combine(folder, ".git");
    private readonly List<byte> index = [];
    private uint entries;

    /// <summary>Commits in a repository with the settings of a new one.</summary>
    /// <param name="date">As git writes it.</param>
    /// <param name="message">A final line break is added.</param>
    /// <returns>The commit; null where only git can: in a merge, with packed branches, hooks, ignored or converted files, submodules.</returns>
    public string? Create(string date, string message)
    {
        var head = File.ReadAllText(Path.Combine(git, "HEAD")).Trim();
        if (
            OperatingSystem.IsWindows()
            || !head.StartsWith(Reference, StringComparison.Ordinal)
            || Directory.EnumerateFileSystemEntries(git).Any(one => !Known.Contains(Path.GetFileName(one)))
            || Tree(folder, "") is not { } tree
        )
        {
            return null;
        }

        var branch = Path.Combine(git, head[Reference.Length..]);
        var parent = File.Exists(branch) ? $"parent {File.ReadAllText(branch)}" : "";
        var who = $"Kai <kai@example.com> {date}";
        var end = message.EndsWith('\n') ? "" : "\n";
        var commit = Hex(
            Store("commit", Utf8($"tree {Hex(tree)}\n{parent}author {who}\ncommitter {who}\n\n{message}{end}"))
        );
        WriteIndex();
        Directory.CreateDirectory(Path.GetDirectoryName(branch)!);
        File.WriteAllText(branch, $"{commit}\n");
        return commit;
    }

    /// <summary>Writes a folder's objects, and its files into the index, in the order of git: that of bytes, folders with a final slash.</summary>
    /// <returns>The id, empty without files; null where only git can.</returns>
    [UnsupportedOSPlatform("windows")]
    private byte[]? Tree(string path, string prefix)
    {
        using var tree = new MemoryStream();
        var children = new DirectoryInfo(path)
            .GetFileSystemInfos()
            .Where(one => prefix is not "" || one.Name is not ".git");
        foreach (
            var (child, name) in children
                .Select(one => (one, Name: one is DirectoryInfo && one.LinkTarget is null ? $"{one.Name}/" : one.Name))
                .OrderBy(one => Hex(Utf8(one.Name)), StringComparer.Ordinal)
        )
        {
            if (NeedsGit.Contains(child.Name))
            {
                return null;
            }

            byte[]? id;
            string mode;
            if (name.EndsWith('/'))
            {
                (id, mode) = (Tree(child.FullName, prefix + name), "40000");
                if (id is null)
                {
                    return null;
                }

                if (id.Length == 0)
                {
                    continue;
                }
            }
            else
            {
                (id, mode) =
                    child.LinkTarget is { } target ? (Store("blob", Utf8(target)), "120000")
                    : child.UnixFileMode.HasFlag(UnixFileMode.UserExecute)
                        ? (Store("blob", File.ReadAllBytes(child.FullName)), "100755")
                    : (Store("blob", File.ReadAllBytes(child.FullName)), "100644");
                AddToIndex(prefix + name, Convert.ToUInt32(mode, 8), id);
            }

            tree.Write(Utf8($"{mode} {child.Name}\0"));
            tree.Write(id);
        }

        return tree.Length > 0 || prefix is "" ? Store("tree", tree.ToArray()) : [];
    }

    /// <summary>Adds a file without its times and size, so that git compares its content.</summary>
    private void AddToIndex(string path, uint mode, byte[] id)
    {
        Span<byte> entry = stackalloc byte[62];
        entry.Clear();
        BinaryPrimitives.WriteUInt32BigEndian(entry[24..], mode);
        id.CopyTo(entry[40..]);
        var name = Utf8(path);
        BinaryPrimitives.WriteUInt16BigEndian(entry[60..], (ushort)Math.Min(name.Length, 0xFFF));
        index.AddRange(entry);
        index.AddRange(name);
        index.AddRange(new byte[8 - ((entry.Length + name.Length) % 8)]);
        entries++;
    }

    private void WriteIndex()
    {
        Span<byte> numbers = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32BigEndian(numbers, 2);
        BinaryPrimitives.WriteUInt32BigEndian(numbers[4..], entries);
        byte[] content = [.. "DIRC"u8, .. numbers, .. index];
        File.WriteAllBytes(Path.Combine(git, "index"), [.. content, .. Hash(content)]);
    }

    private byte[] Store(string type, byte[] content)
    {
        byte[] whole = [.. Utf8(string.Create(CultureInfo.InvariantCulture, $"{type} {content.Length}\0")), .. content];
        var id = Hash(whole);
        var path = Path.Combine(git, "objects", Hex(id)[..2], Hex(id)[2..]);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var stream = new ZLibStream(File.Create(path), CompressionLevel.Fastest);
            stream.Write(whole);
        }

        return id;
    }

#pragma warning disable CA5350 // The hash that git uses.
    private static byte[] Hash(byte[] content) => SHA1.HashData(content);
#pragma warning restore CA5350

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
