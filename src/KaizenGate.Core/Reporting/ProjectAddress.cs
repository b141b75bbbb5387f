using System.Reflection;

namespace KaizenGate.Core.Reporting;

/// <summary>The address of this project, from the property <c>RepositoryUrl</c> in <c>Directory.Build.props</c>.</summary>
internal static class ProjectAddress
{
    public static string Url { get; } =
        typeof(ProjectAddress)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(one => one.Key == "RepositoryUrl")
            .Value!;

    /// <summary>Its owner and name: <c>owner/name</c>.</summary>
    public static string Name { get; } = new Uri(Url).AbsolutePath.Trim('/');

    /// <summary>The page of a rule.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="version">The version of the tool; a tag of the repository has its name.</param>
    public static string OfRule(string id, string version) => $"{Url}/blob/v{version}/docs/rules/{id}.md";
}
