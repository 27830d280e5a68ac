# SPDX-License-Identifier: Apache-2.0
# The two Debian packages, one a component of install.cmake. `./dev package` builds and checks them.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tideline)
set(CPACK_PACKAGE_VENDOR "Tideline maintainers")
set(CPACK_PACKAGE_CONTACT "Tideline maintainers <maintainers@tideline.invalid>")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_STRIP_FILES ON)
# CPack's own default text, so that it does not put the project's line above each package's.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${CMAKE_PROJECT_NAME} built using CMake")
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL cli studio)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS OFF)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)

set(CPACK_DEBIAN_CLI_PACKAGE_NAME tideline)
set(CPACK_DEBIAN_CLI_PACKAGE_SECTION devel)
set(CPACK_COMPONENT_CLI_DESCRIPTION "command line for hybrid cloud architectures
Tideline prices, checks and exports designs of architectures that stand partly
on Kubernetes and partly on functions: the monthly bill line by line, the
number of requests at which one way becomes cheaper than the other, findings
with remedies, and exports for Kubernetes, Helm and AWS SAM.

This package holds the command line 'tideline' with its catalogue and prices.")

set(CPACK_DEBIAN_STUDIO_PACKAGE_NAME tideline-studio)
set(CPACK_DEBIAN_STUDIO_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_STUDIO_PACKAGE_DEPENDS
  "tideline (= ${PROJECT_VERSION}), fonts-inter, fonts-jetbrains-mono, qt6-qpa-plugins")
set(CPACK_DEBIAN_STUDIO_PACKAGE_RECOMMENDS "qt6-wayland")
set(CPACK_COMPONENT_STUDIO_DESCRIPTION "desktop studio for hybrid cloud architectures
Draw services and how they call each other, move them between Kubernetes and
functions with the mouse, and see the bill, the cost curves and the findings
change while you draw. Exports are the same as those of the command line.

This package holds the window 'tideline-studio'.")
include(CPack)
