using System.Text.RegularExpressions;

namespace KaizenGate.Core.Tests.Namespaces;

/// <summary>Files, standard streams, programs and connections have one way each.</summary>
public sealed class ReservedCallTests
{
    private static readonly ILookup<string, string> Members = ToolAssemblies
        .Paths.SelectMany(TypeUses.ReadMembers)
        .SelectMany(one => one.Value, (one, member) => (User: Short(one.Key), Member: member))
        .ToLookup(one => one.User, one => one.Member);

    public static TheoryData<string> Calls => [.. ReservedCalls.All.Select(call => call.Does)];

    [Theory]
    [MemberData(nameof(Calls))]
    public void Only_the_named_types(string does)
    {
        var call = ReservedCalls.All.Single(one => one.Does == does);
        var users = Members.ToLookup(
            one => one.Key,
            one => one.Where(member => Regex.IsMatch(member, call.Members)).ToList()
        );

        IEnumerable<string> wrong =
        [
            .. users
                .Where(one => !call.Users.Contains(one.Key))
                .SelectMany(one => one.SelectMany(members => members), (one, member) => (one.Key, member))
                .Select(one => $"{one.Key} may not {does} with {one.member}: {call.Instead}"),
            // This also shows that the calls are seen.
            .. call
                .Users.Where(user => !users[user].Any(members => members.Count > 0))
                .Select(user => $"{user} does not {does}"),
        ];
        Assert.True(!wrong.Any(), string.Join('\n', wrong));
    }

    private static string Short(UsedType type) =>
        $"{type}".Replace("KaizenGate.", "", StringComparison.Ordinal).TrimStart('.');
}
