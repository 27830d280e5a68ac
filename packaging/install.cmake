# SPDX-License-Identifier: Apache-2.0
# What is installed where, in two components: 'cli' (program, data, man page) and 'studio' (window and desktop files).
include(GNUInstallDirs)
set(desktop_id app.tideline.studio)

install(TARGETS tideline RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT cli)
foreach(folder templates resources)
  install(DIRECTORY ${CMAKE_SOURCE_DIR}/${folder} DESTINATION ${CMAKE_INSTALL_DATADIR}/tideline COMPONENT cli)
endforeach()

# Man pages and change logs are compressed without a time, so that the same sources give the same package.
find_program(GZIP gzip)
function(install_compressed source name destination component)
  if(GZIP)
    file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/packaging/${component})
    configure_file(${source} ${CMAKE_BINARY_DIR}/packaging/${component}/${name} @ONLY)
    execute_process(COMMAND ${GZIP} -9nf ${CMAKE_BINARY_DIR}/packaging/${component}/${name} COMMAND_ERROR_IS_FATAL ANY)
    install(FILES ${CMAKE_BINARY_DIR}/packaging/${component}/${name}.gz DESTINATION ${destination} COMPONENT ${component})
  endif()
endfunction()

set(packaging ${CMAKE_SOURCE_DIR}/packaging)
install_compressed(${packaging}/man/tideline.1 tideline.1 ${CMAKE_INSTALL_MANDIR}/man1 cli)
install_compressed(${packaging}/deb/changelog changelog ${CMAKE_INSTALL_DATADIR}/doc/tideline cli)
install(FILES ${packaging}/deb/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/tideline COMPONENT cli)
set(overrides ${CMAKE_INSTALL_DATADIR}/lintian/overrides)
install(FILES ${packaging}/deb/tideline.lintian-overrides DESTINATION ${overrides} RENAME tideline COMPONENT cli)

if(TIDELINE_GUI)
  install(TARGETS tideline-studio RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT studio)
  install_compressed(${packaging}/man/tideline-studio.1 tideline-studio.1 ${CMAKE_INSTALL_MANDIR}/man1 studio)
  install_compressed(${packaging}/deb/changelog changelog ${CMAKE_INSTALL_DATADIR}/doc/tideline-studio studio)
  install(FILES ${packaging}/deb/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/tideline-studio COMPONENT studio)
  install(FILES ${packaging}/deb/tideline-studio.lintian-overrides
    DESTINATION ${overrides} RENAME tideline-studio COMPONENT studio)

  install(FILES ${packaging}/desktop/${desktop_id}.desktop
    DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT studio)
  install(FILES ${packaging}/desktop/${desktop_id}.mime.xml
    DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME ${desktop_id}.xml COMPONENT studio)
  configure_file(${packaging}/desktop/${desktop_id}.metainfo.xml.in
    ${CMAKE_BINARY_DIR}/packaging/${desktop_id}.metainfo.xml @ONLY)
  install(FILES ${CMAKE_BINARY_DIR}/packaging/${desktop_id}.metainfo.xml
    DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT studio)

  set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
  install(FILES ${packaging}/icons/tideline.svg
    DESTINATION ${icons}/scalable/apps RENAME ${desktop_id}.svg COMPONENT studio)
  install(FILES ${packaging}/icons/tideline-symbolic.svg
    DESTINATION ${icons}/symbolic/apps RENAME ${desktop_id}-symbolic.svg COMPONENT studio)
  # Pictures in fixed sizes for desktops that do not draw SVG; the smallest has a drawing of its own.
  find_program(RSVG_CONVERT rsvg-convert)
  foreach(size 16 22 24 32 48 64 128 256 512)
    if(NOT RSVG_CONVERT)
      break()
    endif()
    set(drawing tideline)
    if(size EQUAL 16)
      set(drawing tideline-16)
    endif()
    set(picture ${CMAKE_BINARY_DIR}/packaging/icon-${size}.png)
    execute_process(COMMAND ${RSVG_CONVERT} -w ${size} -h ${size} -o ${picture} ${packaging}/icons/${drawing}.svg
      COMMAND_ERROR_IS_FATAL ANY)
    install(FILES ${picture} DESTINATION ${icons}/${size}x${size}/apps RENAME ${desktop_id}.png COMPONENT studio)
  endforeach()
endif()
