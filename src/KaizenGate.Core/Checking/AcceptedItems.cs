using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.Inputs;
using KaizenGate.Reading;
using KaizenGate.Timelines;

namespace KaizenGate.Checking;

/// <summary>
/// Finds the improvement that an entry of a baseline stands for: the one that has its key, or else the one that had it before it was
/// retitled or got an id, as far as its past is known.
/// </summary>
/// <param name="evidence">The backlogs with their past.</param>
internal sealed class AcceptedItems(ImmutableArray<Evidence> evidence)
{
    private readonly Dictionary<string, Keys> byPath = [];

    /// <summary>What an entry accepts, under the key that its improvement has now.</summary>
    public AcceptedFinding FindingOf(BaselineEntry entry) =>
        new(entry.Path, entry.RuleId, entry.Item is { } key ? Present(entry.Path, key) : null);

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

        /// <summary>The present key by a former one. Reading them takes the whole past, so it waits until one is asked for.</summary>
        public Lazy<Dictionary<string, string>> Former { get; } =
            new(() => evidence?.Past is Timeline timeline ? FormerKeys(evidence.Backlog, timeline) : []);

        private static Dictionary<string, string> FormerKeys(Backlog backlog, Timeline timeline)
        {
            var present = new Dictionary<string, string>();
            foreach (var item in backlog.Improvements)
            {
                present.TryAdd(timeline.KeyOf(item), item.Key);
            }

            // The key of the events is the first that an improvement had; its titles give those in between.
            var former = new Dictionary<string, string>(present);
            foreach (var told in timeline.Events)
            {
                if (told.Title is { } title && present.TryGetValue(told.Key, out var now))
                {
                    former.TryAdd(TitleText.FoldTitle(title), now);
                }
            }

            return former;
        }
    }
}
