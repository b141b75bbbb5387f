namespace KaizenGate.Core.Settings;

/// <summary>A difference between two settings that weakens the gate, or may weaken it.</summary>
/// <param name="Path">The path of the value; see <see cref="SettingValue.Path"/>.</param>
/// <param name="Description">The difference in the third person: <c>turns KZ304 off (it was error)</c>.</param>
internal sealed record SettingChange(ImmutableArray<string> Path, string Description)
{
    /// <summary>
    /// Compares settings by value. Left out are differences that make the gate stricter, and those inside of a value that was
    /// added or removed as a whole.
    /// </summary>
    public static ImmutableArray<SettingChange> Between(
        GateSettings before,
        GateSettings after,
        IReadOnlyCollection<KnownRule> rules
    )
    {
        var old = ByKey(before);
        var now = ByKey(after);
        return
        [
            .. now
                .Values.Concat(old.Values.Where(value => !now.ContainsKey(value.Key)))
                .Where(value => value.ParentKey is not { } parent || old.ContainsKey(parent) == now.ContainsKey(parent))
                .Select(value => Of(old.GetValueOrDefault(value.Key), now.GetValueOrDefault(value.Key)))
                .OfType<SettingChange>(),
        ];

        Dictionary<string, SettingValue> ByKey(GateSettings settings) =>
            SettingValues.Of(settings, rules).ToDictionary(value => value.Key);
    }

    private static SettingChange? Of(SettingValue? before, SettingValue? after)
    {
        var path = (after ?? before)!.Path;
        return (before, after) switch
        {
            ({ Text: var was }, { Text: var now }) when was == now => null,
            ({ Strictness: { } was }, { Strictness: { } now }) => now < was ? new(path, Lowered(before, after)) : null,
            ({ Strictness: { } was }, null) => was > 0 ? new(path, Removed(before)) : null,
            (null, { Strictness: { } now }) => now < 0 ? new(path, Added(after)) : null,
            ({ }, { }) => new(path, $"sets {NameOf(path)} to {after.Text} (it was {before.Text})"),
            ({ }, null) => new(path, Removed(before)),
            _ => new(path, Added(after!)),
        };
    }

    private static string Lowered(SettingValue before, SettingValue after) =>
        after.Path switch
        {
            ["rules", var id] => $"lowers {id} from {before.Text} to {after.Text}",
            _ => $"sets {NameOf(after.Path)} to {after.Text} (it was {before.Text})",
        };

    private static string Removed(SettingValue before) =>
        before.Path is ["rules", var id]
            ? $"turns {id} off (it was {before.Text})"
            : $"removes {Element(before)} from {NameOf(before.Path[..^1])}";

    private static string Added(SettingValue after) => $"adds {Element(after)} to {NameOf(after.Path[..^1])}";

    private static string Element(SettingValue value) =>
        value.Text.Length == 0 ? Quote.Of(value.Path[^1]) : $"{Quote.Of(value.Path[^1])} as {value.Text}";

    private static string NameOf(ImmutableArray<string> path) =>
        path switch
        {
            ["rules", var id, var option] => $"`{option}` of {id}",
            ["metrics", var name, var option] => $"`{option}` of the metric {Quote.Of(name)}",
            _ => $"`{string.Join('.', path)}`",
        };
}
