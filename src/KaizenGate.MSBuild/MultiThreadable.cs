namespace Microsoft.Build.Framework;

/// <summary>
/// Lets MSBuild run a task in its own process with <c>-mt</c>: the task uses no relative path and changes nothing that all tasks of a
/// process share. MSBuild knows it by its name, so that the tasks also load in versions without it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
