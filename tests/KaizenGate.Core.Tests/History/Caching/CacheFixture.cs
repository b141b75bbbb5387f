using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KaizenGate.Core.History.Caching;

namespace KaizenGate.Core.Tests.History.Caching;

/// <summary>A temporary folder, and checkpoints to save in it.</summary>
internal sealed class CacheFixture : IDisposable
{
    public const string Main = "refs/heads/main";

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("kaizen-cache-");

    /// <summary>Does not exist at first, but its parent does.</summary>
    public string Folder => Path.Combine(root.FullName, "kaizen");

    public string PathOf(string name) => Path.Combine(root.FullName, name);

    public HistoryCache Cache(string key = "1.0|IMPROVEMENTS.md") => new(Folder, key);

    public string[] Files => Directory.Exists(Folder) ? Directory.GetFiles(Folder) : [];

    public static Checkpoint At(int number, string branch = Main, long? time = null) =>
        new(branch, Tip(number), time ?? 1_700_000_000 + number);

    public static string Tip(int number) => number.ToString("x40", CultureInfo.InvariantCulture);

    public static void Save(HistoryCache cache, Checkpoint checkpoint, string content = "content") =>
        cache.Save(checkpoint, Days, Encoding.UTF8.GetBytes(content));

    public static ImmutableArray<DateOnly> Days { get; } = [new(2026, 3, 2), new(2026, 3, 4)];

    public static string? Load(HistoryCache cache, Checkpoint checkpoint) =>
        cache.Read(checkpoint) is { } history ? Encoding.UTF8.GetString(history.Payload.Span) : null;

    public void Dispose() => root.Delete(recursive: true);
}
