using KaizenGate.Core.Inputs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Checking;

/// <summary>
/// Finds the improvement of a baseline entry: the one with its key, else the one that had the key before it was retitled or got an
/// id, as far as its history is known.
/// </summary>
/// <param name="evidence">The backlogs with their history.</param>
internal sealed class AcceptedItems(ImmutableArray<Evidence> evidence)
{
    private readonly Dictionary<string, Keys> byPath = [];

    /// <summary>The <see cref="Finding.Identity"/> of the finding that an entry accepts, with the current key of the improvement.</summary>
    public (string Path, string RuleId, string? Item) FindingOf(BaselineEntry entry) =>
        (entry.Path, entry.RuleId, entry.Item is { } key ? Present(entry.Path, key) : null);

    private string Present(string path, string key)
    {
        if (!byPath.TryGetValue(path, out var keys))
        {
            keys = new(evidence.FirstOrDefault(one => one.Backlog.File.RootPath == path));
            byPath.Add(path, keys);
        }

        return keys.Now.Contains(key) ? key : keys.Former.Value.GetValueOrDefault(key, key);
    }

    private sealed class Keys(Evidence? evidence)
    {
        public HashSet<string> Now { get; } = [.. evidence?.Backlog.Improvements.Select(item => item.Key) ?? []];

        /// <summary>The current key by a former one. Computed only when needed, because it reads the whole history.</summary>
        public Lazy<Dictionary<string, string>> Former { get; } =
            new(() => evidence?.History is Timeline timeline ? FormerKeys(evidence.Backlog, timeline) : []);

        private static Dictionary<string, string> FormerKeys(Backlog backlog, Timeline timeline)
        {
            var present = new Dictionary<string, string>();
            foreach (var item in backlog.Improvements)
            {
                present.TryAdd(timeline.KeyOf(item), item.Key);
            }

            // The key in the events is the first key of an improvement; its titles give the later ones.
            var former = new Dictionary<string, string>(present);
            foreach (var happened in timeline.Events)
            {
                if (happened.Title is { } title && present.TryGetValue(happened.Key, out var now))
                {
                    former.TryAdd(TitleText.NormalizeTitle(title), now);
                }
            }

            return former;
        }
    }
}
